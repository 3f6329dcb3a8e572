package gm.sharing.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A chapter with its place in the document.
 *
 * @param id where links go
 * @param mark before its heading, for example "4." or "Annex A:"
 * @param prefix of its sections' numbers, for example "4." or "A."
 */
public record PlacedChapter(String id, String mark, String prefix, Chapter chapter) {

    /** With its number, for example "4. Why information is shared". */
    public String heading() {
        return mark + " " + chapter.title();
    }

    public Part part() {
        return new Part(id, heading(), chapter.tabular() ? List.of() : sectionParts());
    }

    /** Sections without a title have no heading, and no number. */
    public List<PlacedSection> sections() {
        List<PlacedSection> sections = new ArrayList<>();
        int number = 0;
        for (Section section : chapter.sections()) {
            if (section.title().isEmpty()) {
                sections.add(new PlacedSection("", "", section));
            } else {
                number++;
                sections.add(new PlacedSection(id + "-" + number, prefix + number + " " + section.title(), section));
            }
        }
        return sections;
    }

    /** What stands right under the heading, which a page break must not part from it; in the words of the style sheet. */
    public String leadsTo() {
        if (chapter.tabular()) {
            return "document-leads-to-table";
        }
        return chapter.sections().stream()
                .findFirst()
                .filter(first -> first.title().isEmpty())
                .map(first -> {
                    if (first.content().stream().anyMatch(Block.Grid.class::isInstance)) {
                        return "document-leads-to-table";
                    }
                    return "document-leads-to-" + first.key();
                })
                .orElse("");
    }

    /** Headings of the columns when the sections are rows of one table. */
    public List<String> columns() {
        return chapter.sections().stream()
                .limit(1)
                .flatMap(section -> section.facts().stream())
                .map(Fact::name)
                .toList();
    }

    private List<Part> sectionParts() {
        return sections().stream()
                .filter(PlacedSection::headed)
                .map(section -> Part.of(section.id(), section.heading()))
                .toList();
    }

    /** A section with its place in the document. */
    public record PlacedSection(String id, String heading, Section section) {

        public boolean headed() {
            return !heading.isEmpty();
        }

        /** What tables in it are called by those who hear them. */
        public String name(Chapter chapter) {
            return headed() ? section.title() : chapter.title();
        }
    }
}
