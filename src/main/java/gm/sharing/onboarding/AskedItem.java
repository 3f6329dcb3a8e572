package gm.sharing.onboarding;

/**
 * A row of the table of checklists that applies to an organisation.
 *
 * @param label what people read
 * @param required whether an organisation is complete only with it; otherwise it is recommended
 */
public record AskedItem(Item item, String label, boolean required) {}
