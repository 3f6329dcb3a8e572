package gm.sharing.ethics;

import gm.sharing.code.Coded;

/** What the ethics panel advises. */
public enum EthicsView implements Coded {
    SUPPORT("The panel supports the project"),
    SUPPORT_WITH_CONDITIONS("The panel supports the project on conditions"),
    AGAINST("The panel advises against the project as it is");

    private final String label;

    EthicsView(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
