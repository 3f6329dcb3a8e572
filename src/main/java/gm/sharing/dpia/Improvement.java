package gm.sharing.dpia;

import gm.sharing.organisation.OrganisationCode;
import java.time.LocalDate;

/**
 * A section that is good enough and has to become better: followed up as a measure.
 *
 * @param organisation whose data protection officer asked for it
 * @param owner who is responsible for it, by the address of {@code OwnerOptions}
 */
public record Improvement(
        DpiaSection section, OrganisationCode organisation, String comment, String owner, LocalDate due) {}
