package gm.sharing.directory;

import java.util.List;

/** What a lead is asked who misses an organisation in the directory. */
final class MissingFact {

    static final PlainFact NAME = new PlainFact("missing-name", Fact.Kind.LINE, 200, true);
    static final PlainFact WHY = new PlainFact("missing-why", Fact.Kind.LINES, 4000, true);
    static final PlainFact EMAIL = new PlainFact("missing-email", Fact.Kind.EMAIL, 254, false);
    static final PlainFact WHERE = new PlainFact("missing-place", Fact.Kind.LINE, 500, false);

    /** All that is asked, in its order. */
    static final List<Asked> ALL = List.of(NAME, Fact.SECTOR, WHY, EMAIL, WHERE);

    private MissingFact() {}
}
