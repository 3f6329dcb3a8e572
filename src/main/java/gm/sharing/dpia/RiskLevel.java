package gm.sharing.dpia;

import gm.sharing.code.Coded;

/** How high a risk is; in rising order. */
public enum RiskLevel implements Coded {
    LOW("Low"),
    MEDIUM("Medium"),
    HIGH("High");

    private final String label;

    RiskLevel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
