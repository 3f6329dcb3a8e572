package gm.sharing.dpia;

import gm.sharing.code.Coded;

/** What a measure does to its risk. */
public enum Effect implements Coded {
    ELIMINATED("Eliminated"),
    REDUCED("Reduced"),
    ACCEPTED("Accepted");

    private final String label;

    Effect(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
