package gm.sharing.dpia;

import gm.sharing.code.Coded;

/** What a data protection officer makes of a section; the marks of the CNIL's tool for impact assessments. */
public enum Mark implements Coded {
    /** Goes back to the lead. */
    TO_FIX("To fix"),
    /** Good enough; what remains to be done is followed up. */
    IMPROVABLE("Improvable"),
    ACCEPTABLE("Acceptable");

    /** The table of codes that gives them labels in forms. */
    public static final String TABLE = "section-marks";

    private final String label;

    Mark(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
