package gm.sharing.dpia;

import gm.sharing.code.Coded;

/** The sections of the assessment: each is written, marked and sent back by itself. */
public enum DpiaSection implements Coded {
    NEED("The need for a DPIA"),
    NATURE("Nature of the processing"),
    SCOPE("Scope of the processing"),
    CONTEXT("Context of the processing"),
    PURPOSES("Purposes of the processing"),
    CONSULTATION("Consultation"),
    NECESSITY("Necessity and proportionality"),
    RISKS("Risks and measures");

    /** The table of codes that gives them labels in forms. */
    public static final String TABLE = "dpia-sections";

    private final String label;

    DpiaSection(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
