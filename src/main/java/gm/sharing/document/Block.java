package gm.sharing.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A piece of a section. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Prose.class, name = "prose"),
    @JsonSubTypes.Type(value = Block.Facts.class, name = "facts"),
    @JsonSubTypes.Type(value = Block.Grid.class, name = "grid"),
    @JsonSubTypes.Type(value = Block.Matrix.class, name = "matrix")
})
public sealed interface Block {

    /** What it is called in the content's JSON. */
    String kind();

    /** The lines, named answers or rows that it consists of, as plain text. */
    List<String> statements();

    /** The same with what each is compared by. */
    default List<Statement> said() {
        return statements().stream().map(text -> new Statement(text, null)).toList();
    }

    /** Whether the other gives the same answers, though columns and questions may be called otherwise. */
    default boolean saysTheSameAs(Block other) {
        return equals(other);
    }

    /** The piece as plain text. */
    default String text() {
        return String.join("\n", statements());
    }

    /**
     * What somebody wrote, as they wrote it.
     *
     * @param words plain text; empty lines separate paragraphs, lines that start with a dash or bullet are a list
     */
    record Prose(String words) implements Block {

        @Override
        public String kind() {
            return "prose";
        }

        @Override
        public List<String> statements() {
            return words.lines().filter(line -> !line.isBlank()).toList();
        }

        @Override
        public String text() {
            return words;
        }

        public List<Paragraph> paragraphs() {
            return Paragraph.of(words);
        }
    }

    /** Named answers. */
    record Facts(List<Fact> facts) implements Block {

        public Facts {
            facts = List.copyOf(facts);
        }

        @Override
        public String kind() {
            return "facts";
        }

        @Override
        public List<String> statements() {
            return facts.stream().map(Fact::text).toList();
        }

        @Override
        public List<Statement> said() {
            return facts.stream().map(fact -> new Statement(fact.text(), fact)).toList();
        }

        @Override
        public boolean saysTheSameAs(Block other) {
            return other instanceof Facts others
                    && facts.size() == others.facts.size()
                    && IntStream.range(0, facts.size())
                            .allMatch(place -> facts.get(place).saysTheSameAs(others.facts.get(place)));
        }
    }

    /** A table with a header row; the first column names the row. */
    record Grid(String caption, List<String> columns, List<List<String>> rows) implements Block {

        private static final int LONGEST_CELL = 200;

        public Grid {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** As a cell is read, where bullets of word processors are lost: a cell has no lists. */
        public String shown(String cell) {
            return Paragraph.withBullets(cell);
        }

        /** The rows in the groups that no page break parts, as {@link #staysTogether} says. */
        public List<List<List<String>>> groups() {
            return RowsOfPages.groups(rows);
        }

        public boolean staysTogether(List<List<String>> group) {
            return group.size() <= RowsOfPages.LAST && group.stream().allMatch(this::staysWhole);
        }

        /** Whether no page break may part it: it would leave less than a few lines' room unused. */
        public boolean staysWhole(List<String> row) {
            return row.stream().allMatch(cell -> cell.length() <= LONGEST_CELL);
        }

        @Override
        public String kind() {
            return "grid";
        }

        @Override
        public boolean saysTheSameAs(Block other) {
            return other instanceof Grid grid && columns.size() == grid.columns.size() && rows.equals(grid.rows);
        }

        @Override
        public List<String> statements() {
            return rows.stream()
                    .map(row -> row.get(0) + ": "
                            + row.subList(1, row.size()).stream()
                                    .filter(cell -> !cell.isBlank())
                                    .collect(Collectors.joining(", ")))
                    .toList();
        }
    }

    /**
     * What lies where by two properties, shown as a picture with a table behind it.
     *
     * @param down the property of the rows, for example "Severity"
     * @param across the property of the columns
     * @param columns their names
     */
    record Matrix(String caption, String down, String across, List<String> columns, List<Row> rows) implements Block {

        public Matrix {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        @Override
        public String kind() {
            return "matrix";
        }

        @Override
        public List<String> statements() {
            List<String> statements = new ArrayList<>();
            for (Row row : rows) {
                for (int column = 0; column < columns.size(); column++) {
                    Cell cell = row.cells().get(column);
                    if (!cell.items().isEmpty()) {
                        statements.add("%s %s, %s %s: %s"
                                .formatted(
                                        down,
                                        row.name().toLowerCase(Locale.UK),
                                        across.toLowerCase(Locale.UK),
                                        columns.get(column).toLowerCase(Locale.UK),
                                        cell.text()));
                    }
                }
            }
            return statements;
        }

        /** The picture. */
        public MatrixFigure figure() {
            return MatrixFigure.of(this);
        }

        /** The cells of one row in the order of the columns. */
        public record Row(String name, List<Cell> cells) {

            public Row {
                cells = List.copyOf(cells);
            }
        }

        /**
         * Where a row and a column meet.
         *
         * @param weight how grave what lies there is: "low", "medium" or "high", empty when nothing lies there
         * @param items what lies there
         */
        public record Cell(String weight, List<String> items) {

            public Cell {
                items = List.copyOf(items);
            }

            /** For example "R1, R3 (high)". */
            public String text() {
                if (items.isEmpty()) {
                    return "None";
                }
                return String.join(", ", items) + (weight.isEmpty() ? "" : " (" + weight + ")");
            }
        }
    }
}
