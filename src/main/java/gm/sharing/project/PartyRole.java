package gm.sharing.project;

import gm.sharing.code.Coded;

/** What a partner is in the words of UK GDPR. */
public enum PartyRole implements Coded {
    CONTROLLER("Controller"),
    JOINT_CONTROLLER("Joint controller"),
    PROCESSOR("Processor");

    private final String label;

    PartyRole(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
