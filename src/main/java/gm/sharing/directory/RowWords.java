package gm.sharing.directory;

import gm.sharing.organisation.AssuranceSchemes;
import java.util.Map;
import java.util.Objects;

/** What people read of rows. */
final class RowWords {

    private RowWords() {}

    /** What a row is about; empty for one of which nothing is known yet. */
    static String name(Rows rows, String key, Map<PlainFact, String> row, AssuranceSchemes schemes) {
        return switch (rows) {
            case ASSURANCES -> schemes.codes().table(AssuranceSchemes.SCHEMES).label(key);
            case SIGNATORIES -> Objects.requireNonNullElse(row.get(RowFact.SIGNATORY), "");
            case PROCESSORS -> Objects.requireNonNullElse(row.get(RowFact.PROCESSOR), "");
        };
    }

    static String of(PlainFact fact, String value, AssuranceSchemes schemes) {
        return RowFact.RESULT.equals(fact) && !value.isEmpty() ? schemes.result(value) : Differences.plain(fact, value);
    }
}
