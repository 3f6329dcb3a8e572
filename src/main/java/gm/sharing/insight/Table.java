package gm.sharing.insight;

import java.util.List;
import java.util.stream.Stream;

/** The figures of a chart as a table, the same on the page and in a file. */
record Table(List<String> columns, List<Row> rows) {

    /** @param head what the row is about */
    record Row(String head, List<String> cells) {

        /** All cells, the first among them. */
        List<String> line() {
            return Stream.concat(Stream.of(head), cells.stream()).toList();
        }

        static Row of(String head, Object... cells) {
            return new Row(head, Stream.of(cells).map(String::valueOf).toList());
        }
    }
}
