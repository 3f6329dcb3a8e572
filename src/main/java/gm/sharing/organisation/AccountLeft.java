package gm.sharing.organisation;

/**
 * Said in the transaction in which an account is disabled or deleted: what its holder had in hand goes to others.
 *
 * @param account the id
 * @param name as it was called
 */
public record AccountLeft(String account, String name) {}
