package gm.sharing.dpia;

import gm.sharing.code.Coded;

/** What the data protection officer advises. */
public enum DpoView implements Coded {
    ACCEPT("The processing can go ahead"),
    ACCEPT_WITH_CONDITIONS("The processing can go ahead on conditions"),
    AGAINST("The processing should not go ahead"),
    SEND_BACK("The assessment goes back to the project lead");

    private final String label;

    DpoView(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
