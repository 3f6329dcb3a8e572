package gm.sharing.dpia;

import gm.sharing.code.Coded;

/** What the signatory of the lead organisation decides. */
public enum Verdict implements Coded {
    APPROVE("Approved"),
    REJECT("Rejected");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
