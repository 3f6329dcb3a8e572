package gm.sharing.directory;

import java.util.List;

/** One thing that a lead is asked who misses an organisation in the directory. */
enum MissingFact implements Asked {
    NAME("missing-name", Fact.Kind.LINE, 200, true),
    WHY("missing-why", Fact.Kind.LINES, 4000, true),
    EMAIL("missing-email", Fact.Kind.EMAIL, 254, false),
    WHERE("missing-place", Fact.Kind.LINE, 500, false);

    /** All that is asked, in its order. */
    static final List<Asked> ALL = List.of(NAME, Fact.SECTOR, WHY, EMAIL, WHERE);

    private final String key;
    private final Fact.Kind kind;
    private final int longest;
    private final boolean required;

    MissingFact(String key, Fact.Kind kind, int longest, boolean required) {
        this.key = key;
        this.kind = kind;
        this.longest = longest;
        this.required = required;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Fact.Kind kind() {
        return kind;
    }

    @Override
    public int longest() {
        return longest;
    }

    @Override
    public boolean required() {
        return required;
    }
}
