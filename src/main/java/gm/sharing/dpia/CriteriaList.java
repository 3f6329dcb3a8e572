package gm.sharing.dpia;

/** The lists of criteria that a project is held against. */
public enum CriteriaList {
    /** Article 35(3) of UK GDPR: any one makes a DPIA necessary. */
    ALWAYS,
    /** The Information Commissioner's list: any one makes a DPIA necessary. */
    ICO,
    /** The Information Commissioner's list: necessary together with one of {@link #WP248}. */
    ICO_PLUS,
    /** The European guidelines WP248: two together make a DPIA necessary. */
    WP248
}
