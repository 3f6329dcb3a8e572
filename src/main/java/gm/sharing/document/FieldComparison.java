package gm.sharing.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what differs between two documents, question by question. */
public final class FieldComparison {

    private final Map<Key, Field> fields = new LinkedHashMap<>();

    private FieldComparison(List<Chapter> chapters) {
        for (Chapter chapter : chapters) {
            chapter.sections().forEach(section -> add(chapter, section));
        }
    }

    /** The questions that are answered otherwise, in the order of the later document, then those that are gone. */
    public static List<FieldChange> between(List<Chapter> before, List<Chapter> after) {
        Map<Key, Field> old = new FieldComparison(before).fields;
        List<FieldChange> changes = new ArrayList<>();
        new FieldComparison(after).fields.forEach((key, field) -> {
            Field earlier = old.remove(key);
            String said = earlier == null ? "" : earlier.answer();
            if (!said.strip().equals(field.answer().strip())) {
                changes.add(new FieldChange(field.chapter(), field.question(), said, field.answer()));
            }
        });
        old.values().forEach(gone -> changes.add(new FieldChange(gone.chapter(), gone.question(), gone.answer(), "")));
        return changes;
    }

    private void add(Chapter chapter, Section section) {
        String name = section.title().isEmpty() ? chapter.title() : section.title();
        String prose = section.content().stream()
                .filter(Block.Prose.class::isInstance)
                .map(Block::text)
                .collect(Collectors.joining("\n\n"));
        if (!prose.isBlank()) {
            put(section, "", new Field(chapter.title(), name, prose));
        }
        for (Block block : section.content()) {
            if (block instanceof Block.Facts facts) {
                facts.facts()
                        .forEach(fact -> put(
                                section,
                                fact.name(),
                                new Field(chapter.title(), name + ": " + fact.name(), fact.answer())));
            } else if (block instanceof Block.Grid grid) {
                grid.rows().forEach(row -> put(section, row.get(0), row(chapter, name, grid, row)));
            }
        }
    }

    private static Field row(Chapter chapter, String name, Block.Grid grid, List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column < row.size(); column++) {
            cells.add(grid.columns().get(column) + ": " + row.get(column));
        }
        return new Field(chapter.title(), name + ": " + row.get(0), String.join("\n", cells));
    }

    /** A name that comes again in one section counts on, so that no answer is lost. */
    private void put(Section section, String name, Field field) {
        int repetition = 0;
        while (fields.putIfAbsent(new Key(section.key(), section.item(), name, repetition), field) != null) {
            repetition++;
        }
    }

    private record Key(String section, String item, String name, int repetition) {}

    private record Field(String chapter, String question, String answer) {}
}
