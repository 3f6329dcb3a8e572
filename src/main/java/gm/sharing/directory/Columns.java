package gm.sharing.directory;

import gm.sharing.Refused;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Where the columns of a file are, by their names in its first line: in whatever order, case and punctuation. */
final class Columns {

    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, String> written = new LinkedHashMap<>();

    private int count;

    private Columns() {}

    /**
     * Reads the first line.
     *
     * @throws Refused when a column comes twice, or has no name
     */
    static Columns of(CsvFile.Row header) {
        Columns columns = new Columns();
        for (int at = 0; at < header.cells().size(); at++) {
            String name = header.cell(at);
            String key = key(name);
            if (key.isEmpty()) {
                continue;
            }
            if (columns.places.putIfAbsent(key, at) != null) {
                throw new Refused(ImportWords.of("column-twice", "column", name));
            }
            columns.written.put(key, name);
        }
        columns.count = header.cells().size();
        return columns;
    }

    /** Whether a line says something beyond the last column: then a separator in it is not in quotation marks. */
    boolean isShorterThan(CsvFile.Row row) {
        return row.cells().stream().skip(count).anyMatch(cell -> !cell.isBlank());
    }

    /** “Legal name”, “LEGAL_NAME” and “legal-name” are the same, and both spellings of email. */
    static String key(String name) {
        return name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "")
                .replaceFirst("^e-(?=mail\\b)", "e");
    }

    boolean has(String key) {
        return places.containsKey(key);
    }

    /** The cell of the first of these columns that the file has; empty without one. */
    String of(CsvFile.Row row, String... keys) {
        for (String key : keys) {
            Integer place = places.get(key);
            if (place != null) {
                return row.cell(place);
            }
        }
        return "";
    }

    /** By key, as they are written in the file. */
    Map<String, String> names() {
        return Map.copyOf(written);
    }
}
