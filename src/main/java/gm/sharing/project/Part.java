package gm.sharing.project;

/** What a partner does in the sharing. */
public enum Part {
    PROVIDES("Provides"),
    RECEIVES("Receives"),
    BOTH("Provides and receives");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean provides() {
        return this != RECEIVES;
    }

    public boolean receives() {
        return this != PROVIDES;
    }

    /** At least one of the two must be true. */
    static Part of(boolean provides, boolean receives) {
        if (!provides && !receives) {
            throw new IllegalArgumentException("A partner provides or receives");
        }
        if (provides && receives) {
            return BOTH;
        }
        return provides ? PROVIDES : RECEIVES;
    }
}
