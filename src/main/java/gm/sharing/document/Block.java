package gm.sharing.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A piece of a section. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Prose.class, name = "prose"),
    @JsonSubTypes.Type(value = Block.Facts.class, name = "facts"),
    @JsonSubTypes.Type(value = Block.Grid.class, name = "grid")
})
public sealed interface Block {

    /** What it is called in the content's JSON. */
    String kind();

    /** The lines, named answers or rows that it consists of, as plain text. */
    List<String> statements();

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
    }

    /** A table with a header row; the first column names the row. */
    record Grid(String caption, List<String> columns, List<List<String>> rows) implements Block {

        public Grid {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String kind() {
            return "grid";
        }

        @Override
        public List<String> statements() {
            return rows.stream()
                    .map(row -> row.get(0) + ": " + String.join(", ", row.subList(1, row.size())))
                    .toList();
        }
    }
}
