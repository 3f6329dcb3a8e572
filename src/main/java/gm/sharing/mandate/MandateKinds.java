package gm.sharing.mandate;

import gm.sharing.code.Code;
import gm.sharing.code.CodeTable;
import gm.sharing.code.CodesInForce;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The kinds of change that a mandate may cover, as the process owner's table lists them. Each is the key of a part of the
 * agreement, as the table {@code materiality} names it; those of what is between other organisations only are {@value #OTHERS}.
 */
public record MandateKinds(CodeTable table) {

    /** The table that lists them. */
    public static final String TABLE = "mandate-kinds";

    /** The column with the longest time for which a kind may be covered, in months. */
    public static final String MONTHS = "months";

    /** More no table may allow: journey.md, "Joining at scale". */
    public static final int MOST_MONTHS = 12;

    /** What joins, leaves and passes between other organisations. */
    public static final String OTHERS = "partner";

    /**
     * What an organisation shares, how much of it, for what, by which law and for whose use later, the assessment of that, and all
     * arrangements at once: no table can give it away.
     */
    public static final List<String> NEVER = List.of(
            "vision",
            "purpose",
            "necessity",
            "benefits",
            "data-items",
            "data-subjects",
            "volume",
            "flow",
            "lawful-basis",
            "arrangements",
            "arrangements.minimisation",
            "arrangements.onward-use",
            "dpia",
            "algorithm");

    static MandateKinds now(CodesInForce codes) {
        return new MandateKinds(codes.now().table(TABLE));
    }

    /** In the order of the table. */
    List<Code> all() {
        return table.rows();
    }

    boolean has(Collection<String> kinds) {
        return kinds.stream().allMatch(kind -> table.find(kind).isPresent() && !NEVER.contains(kind));
    }

    /** For how many months these may be covered together. */
    int longest(Collection<String> kinds) {
        return kinds.stream()
                .flatMap(kind -> table.find(kind).stream())
                .mapToInt(row -> row.properties().get(MONTHS) instanceof Integer months ? months : MOST_MONTHS)
                .min()
                .orElse(MOST_MONTHS);
    }

    /** What people call these, each in a row of its own; a kind that the table lists no more by its code. */
    List<String> labels(Set<String> kinds) {
        return kinds.stream().map(table::label).toList();
    }
}
