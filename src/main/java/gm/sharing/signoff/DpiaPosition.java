package gm.sharing.signoff;

import gm.sharing.code.Coded;

/** How a partner stands to the lead organisation's data protection impact assessment. */
public enum DpiaPosition implements Coded {
    ADOPT("Adopts the DPIA"),
    ADAPT("Adapts the DPIA"),
    DISSENT("Dissents from the DPIA");

    private final String label;

    DpiaPosition(String label) {
        this.label = label;
    }

    /** As people read it, once it is taken. */
    public String label() {
        return label;
    }
}
