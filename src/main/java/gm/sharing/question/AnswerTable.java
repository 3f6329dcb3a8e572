package gm.sharing.question;

import java.util.List;
import java.util.Objects;

/**
 * Rows, or fields that belong together, as people read them.
 *
 * @param keys of the fields, in the order of the columns; empty for what was answered before they were kept
 * @param columns the labels of the fields
 * @param rows the answers in words, in the order of the columns; empty where nothing was answered
 */
public record AnswerTable(List<String> keys, List<String> columns, List<List<String>> rows) {

    public AnswerTable {
        keys = Objects.requireNonNullElse(keys, List.<String>of()).stream().toList();
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** By which the answers to one field are known, whatever it is called; empty when only its name was kept. */
    String key(int column) {
        return keys.isEmpty() ? "" : keys.get(column);
    }
}
