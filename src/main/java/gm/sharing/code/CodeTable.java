package gm.sharing.code;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list of codes in the order in which people choose from it.
 *
 * @param id of the decision table that holds it, such as {@code lawful-bases}
 */
public record CodeTable(String id, List<Code> rows) {

    /** The column with words that stood in the place of the code before there were codes. */
    public static final String FORMERLY = "formerly";

    public CodeTable {
        rows = List.copyOf(rows);
    }

    /** Empty for null, and for what the table does not hold: words of before, and codes that were taken out. */
    public Optional<Code> find(@Nullable String code) {
        return rows.stream().filter(row -> row.code().equals(code)).findFirst();
    }

    /** What people read for the code. What the table does not hold is shown as it is. */
    public String label(String code) {
        return find(code).map(Code::label).orElse(code);
    }

    /** The code for what somebody chose: itself, or that of the words that stood for it before. */
    public @Nullable String current(@Nullable String chosen) {
        return chosen == null || chosen.isEmpty() || find(chosen).isPresent()
                ? chosen
                : rows.stream()
                        .filter(row -> row.text(FORMERLY).equals(chosen))
                        .findFirst()
                        .map(Code::code)
                        .orElse(chosen);
    }
}
