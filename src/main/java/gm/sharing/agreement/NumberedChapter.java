package gm.sharing.agreement;

import java.util.List;
import java.util.stream.IntStream;

/** A chapter with its place in the document. */
record NumberedChapter(int number, Chapter chapter) {

    public Part part() {
        return new Part(id(), number + ". " + chapter.title(), chapter.tabular() ? List.of() : sectionParts());
    }

    public List<NumberedSection> sections() {
        return IntStream.rangeClosed(1, chapter.sections().size())
                .mapToObj(place -> new NumberedSection(
                        id() + "-" + place,
                        number + "." + place + " "
                                + chapter.sections().get(place - 1).title(),
                        chapter.sections().get(place - 1)))
                .toList();
    }

    /** Headings of the columns when the sections are rows of one table. */
    public List<String> columns() {
        return chapter.sections().stream()
                .limit(1)
                .flatMap(section -> section.facts().stream())
                .map(Fact::name)
                .toList();
    }

    private String id() {
        return "part-" + number;
    }

    private List<Part> sectionParts() {
        return sections().stream()
                .map(section -> Part.of(section.id(), section.heading()))
                .toList();
    }

    /** A section with its place in the document. */
    record NumberedSection(String id, String heading, Section section) {}
}
