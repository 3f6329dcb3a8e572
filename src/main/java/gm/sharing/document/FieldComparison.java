package gm.sharing.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds what differs between two documents, question by question; a section that is new or gone counts as one. Questions go
 * by their keys, so that one that is called otherwise is no other one.
 */
public final class FieldComparison {

    private FieldComparison() {}

    /** The questions that are answered otherwise, in the order of the later document, then those that are gone. */
    public static List<FieldChange> between(List<Chapter> before, List<Chapter> after) {
        Map<Section, Chapter> places = new HashMap<>();
        Continuation continuation = Continuation.of(sections(before, places), sections(after, places));
        List<FieldChange> changes = new ArrayList<>();
        for (Chapter chapter : after) {
            for (Section section : chapter.sections()) {
                continuation
                        .earlier(section)
                        .ifPresentOrElse(
                                earlier -> changes.addAll(between(chapter, earlier, section)),
                                () -> changes.add(change(chapter, name(chapter, section), "", section.text())));
            }
        }
        continuation.gone().forEach(gone -> {
            Chapter chapter = Objects.requireNonNull(places.get(gone));
            changes.add(change(continued(chapter, after), chapter.title(), name(chapter, gone), gone.text(), ""));
        });
        return changes;
    }

    private static List<Section> sections(List<Chapter> chapters, Map<Section, Chapter> places) {
        List<Section> sections = new ArrayList<>();
        for (Chapter chapter : chapters) {
            for (Section section : chapter.sections()) {
                places.put(section, chapter);
                sections.add(section);
            }
        }
        return sections;
    }

    /** The key of what became of a chapter; one of before has none, and is known by its title. */
    private static String continued(Chapter chapter, List<Chapter> after) {
        return chapter.key().isEmpty()
                ? after.stream()
                        .filter(now -> now.title().equals(chapter.title()))
                        .findFirst()
                        .map(Chapter::key)
                        .orElse("")
                : chapter.key();
    }

    private static List<FieldChange> between(Chapter chapter, Section before, Section now) {
        List<Field> old = new ArrayList<>(fields(chapter, before));
        List<FieldChange> changes = new ArrayList<>();
        for (Field field : fields(chapter, now)) {
            // A name that comes again in one section counts on, so that no answer is lost.
            Optional<Field> earlier = old.stream().filter(field::asksTheSameAs).findFirst();
            earlier.ifPresent(old::remove);
            if (earlier.filter(field::saysTheSameAs).isEmpty()) {
                changes.add(change(
                        chapter, field.question(), earlier.map(Field::answer).orElse(""), field.answer()));
            }
        }
        old.forEach(gone -> changes.add(change(chapter, gone.question(), gone.answer(), "")));
        return changes;
    }

    private static FieldChange change(Chapter chapter, String question, String before, String now) {
        return change(chapter.key(), chapter.title(), question, before, now);
    }

    private static FieldChange change(String part, String chapter, String question, String before, String now) {
        return new FieldChange(part, chapter, question, before, now);
    }

    private static List<Field> fields(Chapter chapter, Section section) {
        String name = name(chapter, section);
        List<Field> fields = new ArrayList<>();
        String prose = section.content().stream()
                .filter(Block.Prose.class::isInstance)
                .map(Block::text)
                .collect(Collectors.joining("\n\n"));
        if (!prose.isBlank()) {
            fields.add(new Field(new Fact("prose", "", prose), name, List.of(prose.strip())));
        }
        for (Block block : section.content()) {
            if (block instanceof Block.Facts facts) {
                facts.facts()
                        .forEach(fact -> fields.add(new Field(
                                fact,
                                name + ": " + fact.name(),
                                List.of(fact.answer().strip()))));
            } else if (block instanceof Block.Grid grid) {
                grid.rows().forEach(row -> fields.add(row(name, grid, row)));
            }
        }
        return fields;
    }

    private static Field row(String name, Block.Grid grid, List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column < row.size(); column++) {
            cells.add(grid.columns().get(column) + ": " + row.get(column));
        }
        return new Field(
                new Fact("row " + row.get(0), row.get(0), String.join("\n", cells)), name + ": " + row.get(0), row);
    }

    private static String name(Chapter chapter, Section section) {
        return section.title().isEmpty() ? chapter.title() : section.title();
    }

    /**
     * What is compared.
     *
     * @param question as the document names it
     * @param said what is answered, without the names of columns
     */
    private record Field(Fact fact, String question, List<String> said) {

        String answer() {
            return fact.answer();
        }

        boolean asksTheSameAs(Field other) {
            return fact.asksTheSameAs(other.fact);
        }

        boolean saysTheSameAs(Field other) {
            return said.equals(other.said);
        }
    }
}
