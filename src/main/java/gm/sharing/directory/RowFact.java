package gm.sharing.directory;

/** What pages ask of a row: of an assurance scheme, of a signatory, of a processor. */
final class RowFact {

    static final PlainFact RESULT = new PlainFact("result", Fact.Kind.CHOICE, 60, false);
    static final PlainFact EDITION = new PlainFact("edition", Fact.Kind.LINE, 60, false);
    static final PlainFact REACHED_ON = new PlainFact("reached-on", Fact.Kind.DAY, 10, false);
    static final PlainFact VALID_UNTIL = new PlainFact("valid-until", Fact.Kind.DAY, 10, false);
    static final PlainFact EVIDENCE = new PlainFact("evidence", Fact.Kind.LINK, 500, false);
    static final PlainFact NOT_APPLICABLE = new PlainFact("not-applicable", Fact.Kind.LINES, 1000, false);
    static final PlainFact SIGNATORY = new PlainFact("signatory", Fact.Kind.LINE, 200, true);
    static final PlainFact POST = new PlainFact("post", Fact.Kind.LINE, 200, false);
    static final PlainFact SIGNS = new PlainFact("signs", Fact.Kind.LINES, 1000, true);
    static final PlainFact SIGNS_UNTIL = new PlainFact("signs-until", Fact.Kind.DAY, 10, false);
    static final PlainFact PROCESSOR = new PlainFact("processor", Fact.Kind.LINE, 200, true);
    static final PlainFact PURPOSE = new PlainFact("processing", Fact.Kind.LINES, 1000, true);
    static final PlainFact PLACE = new PlainFact("place", Fact.Kind.LINE, 200, false);
    static final PlainFact CONTRACT_END = new PlainFact("contract-end", Fact.Kind.DAY, 10, false);

    private RowFact() {}
}
