package gm.sharing.handbook;

import java.util.List;

/**
 * A table that says how long something takes.
 *
 * @param description as its owner writes it; empty when there is none
 * @param conditions what the columns are called that say when a row applies
 * @param answers what the columns are called that say how long
 */
public record DeadlineTable(
        String id, String name, String description, List<String> conditions, List<String> answers, List<Row> rows) {

    public DeadlineTable {
        conditions = List.copyOf(conditions);
        answers = List.copyOf(answers);
        rows = List.copyOf(rows);
    }

    /**
     * A row with its cells as the table writes them.
     *
     * @param note what its owner says of it; empty when nothing
     */
    public record Row(List<String> conditions, List<String> answers, String note) {

        public Row {
            conditions = List.copyOf(conditions);
            answers = List.copyOf(answers);
        }
    }
}
