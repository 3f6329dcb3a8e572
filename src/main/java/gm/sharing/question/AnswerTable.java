package gm.sharing.question;

import java.util.List;

/**
 * Rows, or fields that belong together, as people read them.
 *
 * @param columns the labels of the fields
 * @param rows the answers in words, in the order of the columns; empty where nothing was answered
 */
public record AnswerTable(List<String> columns, List<List<String>> rows) {

    public AnswerTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
