package gm.sharing.organisation;

/** How far an organisation is with the Cyber Essentials scheme. */
public enum CyberEssentials {
    NONE("None"),
    WORKING_TOWARDS("Working towards Cyber Essentials"),
    HELD("Cyber Essentials"),
    PLUS("Cyber Essentials Plus");

    private final String label;

    CyberEssentials(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether it counts for something yet. */
    boolean isCertificate() {
        return this == HELD || this == PLUS;
    }
}
