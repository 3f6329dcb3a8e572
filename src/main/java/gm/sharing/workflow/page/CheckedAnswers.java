package gm.sharing.workflow.page;

import gm.sharing.workflow.page.Part.Question;
import java.util.ArrayList;
import java.util.List;

/**
 * All answers of a form under one another, to be read again before they are handed in: those that are seen, in the form's order.
 *
 * @param sections each with the heading under which it stands in the form
 */
record CheckedAnswers(List<Section> sections) {

    /** @param heading empty for what stands under none */
    record Section(String heading, List<Line> lines) {}

    /**
     * A question and what was answered.
     *
     * @param change the address at which it is answered
     * @param missing whether it needs an answer and has none
     */
    record Line(String change, String label, List<String> said, boolean missing) {}

    /** @param page the address on which they are answered */
    static CheckedAnswers of(List<Part> parts, String page) {
        List<Section> sections = new ArrayList<>();
        collect(parts, "", page, sections);
        sections.removeIf(section -> section.lines().isEmpty());
        return new CheckedAnswers(List.copyOf(sections));
    }

    /** Of several pages, one after another. */
    static CheckedAnswers of(List<CheckedAnswers> pages) {
        return new CheckedAnswers(
                pages.stream().flatMap(page -> page.sections().stream()).toList());
    }

    private static void collect(List<Part> parts, String heading, String page, List<Section> sections) {
        Section here = new Section(heading, new ArrayList<>());
        sections.add(here);
        for (Part part : parts) {
            if (part.hidden()) {
                continue;
            }
            if (part instanceof Question question) {
                here.lines().add(line(question, page));
            } else if (part instanceof Part.Group group) {
                collect(group.parts(), group.label().isEmpty() ? heading : group.label(), page, sections);
                here = new Section(heading, new ArrayList<>());
                sections.add(here);
            } else if (part instanceof Part.Rows rows) {
                rows.rows()
                        .forEach(row -> collect(row.parts(), FormPage.row(rows.label(), row.number()), page, sections));
                here = new Section(heading, new ArrayList<>());
                sections.add(here);
            }
        }
    }

    private static Line line(Question question, String page) {
        List<String> said = question.said().stream()
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .toList();
        return new Line(
                page + "#" + question.id(),
                question.label(),
                said,
                said.isEmpty()
                        && !question.optional()
                        && !question.readOnly()
                        && !question.type().equals("checkbox"));
    }

    /** Those of the sections in which something was answered, with what was. */
    List<Section> answered() {
        return sections.stream()
                .map(section -> new Section(
                        section.heading(),
                        section.lines().stream()
                                .filter(line -> !line.said().isEmpty())
                                .toList()))
                .filter(section -> !section.lines().isEmpty())
                .toList();
    }

    /** Whether the page is so long that links help. */
    public boolean isLong() {
        return sections.stream().filter(section -> !section.heading().isEmpty()).count() > Contents.FEW;
    }

    /** How many answers are still needed. */
    public long missing() {
        return sections.stream()
                .flatMap(section -> section.lines().stream())
                .filter(Line::missing)
                .count();
    }

    /** How many questions are seen. */
    long questions() {
        return sections.stream().mapToLong(section -> section.lines().size()).sum();
    }
}
