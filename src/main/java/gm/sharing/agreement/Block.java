package gm.sharing.agreement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Collectors;

/** A piece of a section. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Prose.class, name = "prose"),
    @JsonSubTypes.Type(value = Block.Facts.class, name = "facts"),
    @JsonSubTypes.Type(value = Block.Grid.class, name = "grid")
})
public sealed interface Block {

    /** The piece as plain text. */
    @JsonIgnore
    String text();

    /**
     * What somebody wrote, as they wrote it.
     *
     * @param words plain text; empty lines separate paragraphs, lines that start with a dash or bullet are a list
     */
    record Prose(String words) implements Block {

        @Override
        public String text() {
            return words;
        }
    }

    /** Named answers. */
    record Facts(List<Fact> facts) implements Block {

        public Facts {
            facts = List.copyOf(facts);
        }

        @Override
        public String text() {
            return facts.stream().map(Fact::text).collect(Collectors.joining("\n"));
        }
    }

    /** One named answer. */
    record Fact(String name, String answer) {

        String text() {
            return name + ": " + answer;
        }
    }

    /** A table with a header row; the first column names the row. */
    record Grid(String caption, List<String> columns, List<List<String>> rows) implements Block {

        public Grid {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        @Override
        public String text() {
            return rows.stream().map(row -> String.join(" | ", row)).collect(Collectors.joining("\n"));
        }
    }
}
