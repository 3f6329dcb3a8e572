package gm.sharing.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what differs between two documents, question by question; a section that is new or gone counts as one. */
public final class FieldComparison {

    private FieldComparison() {}

    /** The questions that are answered otherwise, in the order of the later document, then those that are gone. */
    public static List<FieldChange> between(List<Chapter> before, List<Chapter> after) {
        Map<Section, String> places = new HashMap<>();
        Continuation continuation = Continuation.of(sections(before, places), sections(after, places));
        List<FieldChange> changes = new ArrayList<>();
        for (Chapter chapter : after) {
            for (Section section : chapter.sections()) {
                continuation
                        .earlier(section)
                        .ifPresentOrElse(
                                earlier -> changes.addAll(between(chapter.title(), earlier, section)),
                                () -> changes.add(new FieldChange(
                                        chapter.title(), name(chapter.title(), section), "", section.text())));
            }
        }
        continuation.gone().forEach(gone -> {
            String chapter = places.getOrDefault(gone, "");
            changes.add(new FieldChange(chapter, name(chapter, gone), gone.text(), ""));
        });
        return changes;
    }

    private static List<Section> sections(List<Chapter> chapters, Map<Section, String> places) {
        List<Section> sections = new ArrayList<>();
        for (Chapter chapter : chapters) {
            for (Section section : chapter.sections()) {
                places.put(section, chapter.title());
                sections.add(section);
            }
        }
        return sections;
    }

    private static List<FieldChange> between(String chapter, Section before, Section now) {
        Map<Key, Field> old = fields(chapter, before);
        List<FieldChange> changes = new ArrayList<>();
        fields(chapter, now).forEach((key, field) -> {
            Field earlier = old.remove(key);
            String said = earlier == null ? "" : earlier.answer();
            if (!said.strip().equals(field.answer().strip())) {
                changes.add(new FieldChange(chapter, field.question(), said, field.answer()));
            }
        });
        old.values().forEach(gone -> changes.add(new FieldChange(chapter, gone.question(), gone.answer(), "")));
        return changes;
    }

    private static Map<Key, Field> fields(String chapter, Section section) {
        String name = name(chapter, section);
        Map<Key, Field> fields = new LinkedHashMap<>();
        String prose = section.content().stream()
                .filter(Block.Prose.class::isInstance)
                .map(Block::text)
                .collect(Collectors.joining("\n\n"));
        if (!prose.isBlank()) {
            put(fields, "", new Field(name, prose));
        }
        for (Block block : section.content()) {
            if (block instanceof Block.Facts facts) {
                facts.facts()
                        .forEach(fact -> put(fields, fact.name(), new Field(name + ": " + fact.name(), fact.answer())));
            } else if (block instanceof Block.Grid grid) {
                grid.rows().forEach(row -> put(fields, row.get(0), row(name, grid, row)));
            }
        }
        return fields;
    }

    private static Field row(String name, Block.Grid grid, List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column < row.size(); column++) {
            cells.add(grid.columns().get(column) + ": " + row.get(column));
        }
        return new Field(name + ": " + row.get(0), String.join("\n", cells));
    }

    private static String name(String chapter, Section section) {
        return section.title().isEmpty() ? chapter : section.title();
    }

    /** A name that comes again in one section counts on, so that no answer is lost. */
    private static void put(Map<Key, Field> fields, String name, Field field) {
        int repetition = 0;
        while (fields.putIfAbsent(new Key(name, repetition), field) != null) {
            repetition++;
        }
    }

    private record Key(String name, int repetition) {}

    private record Field(String question, String answer) {}
}
