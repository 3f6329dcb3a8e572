package gm.sharing.directory;

/** One thing that a page asks of a row: of an assurance scheme, of a signatory, of a processor. */
enum RowFact implements Asked {
    RESULT("result", Fact.Kind.CHOICE, 60, false),
    EDITION("edition", Fact.Kind.LINE, 60, false),
    REACHED_ON("reached-on", Fact.Kind.DAY, 10, false),
    VALID_UNTIL("valid-until", Fact.Kind.DAY, 10, false),
    EVIDENCE("evidence", Fact.Kind.LINK, 500, false),
    NOT_APPLICABLE("not-applicable", Fact.Kind.LINES, 1000, false),
    SIGNATORY("signatory", Fact.Kind.LINE, 200, true),
    POST("post", Fact.Kind.LINE, 200, false),
    SIGNS("signs", Fact.Kind.LINES, 1000, true),
    SIGNS_UNTIL("signs-until", Fact.Kind.DAY, 10, false),
    PROCESSOR("processor", Fact.Kind.LINE, 200, true),
    PURPOSE("processing", Fact.Kind.LINES, 1000, true),
    PLACE("place", Fact.Kind.LINE, 200, false),
    CONTRACT_END("contract-end", Fact.Kind.DAY, 10, false);

    private final String key;
    private final Fact.Kind kind;
    private final int longest;
    private final boolean required;

    RowFact(String key, Fact.Kind kind, int longest, boolean required) {
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
