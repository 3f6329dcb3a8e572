package gm.sharing.project;

/** What a partner is in the words of UK GDPR. */
public enum PartyRole {
    CONTROLLER("controller", "Controller"),
    JOINT_CONTROLLER("joint-controller", "Joint controller"),
    PROCESSOR("processor", "Processor");

    private final String code;
    private final String label;

    PartyRole(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The name in decision tables. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }
}
