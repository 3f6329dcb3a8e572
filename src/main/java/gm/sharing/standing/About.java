package gm.sharing.standing;

/**
 * What a table was asked about: information that goes to one recipient in one flow.
 *
 * @param flow its number in the agreement, from 1
 * @param recipient the name of the organisation
 */
public record About(int flow, String recipient) {}
