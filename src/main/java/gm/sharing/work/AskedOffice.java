package gm.sharing.work;

/**
 * An office of an organisation that is asked for its part.
 *
 * @param role in words
 * @param code of the organisation
 * @param organisation its name
 * @param moreTime whether the person may give it more time
 */
record AskedOffice(String role, String code, String organisation, boolean moreTime) {}
