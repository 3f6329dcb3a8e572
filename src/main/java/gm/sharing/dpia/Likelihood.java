package gm.sharing.dpia;

import gm.sharing.code.Coded;

/** How likely harm is; in rising order. */
public enum Likelihood implements Coded {
    REMOTE("Remote"),
    POSSIBLE("Possible"),
    PROBABLE("Probable");

    /** The table of codes that gives them labels in forms. */
    public static final String TABLE = "likelihoods";

    private final String label;

    Likelihood(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
