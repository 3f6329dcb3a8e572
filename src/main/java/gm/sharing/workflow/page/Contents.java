package gm.sharing.workflow.page;

import gm.sharing.workflow.page.Part.Question;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * What stands on a long page, with links to it: GOV.UK’s contents list. Made of the form’s groups, lists, tables and headings.
 *
 * @param intro what stands before it: the form’s title and what is said with it
 * @param rest what stands below
 * @param entries from top to bottom, with those that are not to be seen now
 * @param first the first question that must be answered; null when there is none
 */
record Contents(List<Part> intro, List<Part> rest, List<Entry> entries, @Nullable Entry first) {

    /** So many sections are found without links. */
    static final int FEW = 3;

    private static final Pattern HEADING = Pattern.compile("<h[23][^>]*>(.*?)</h[23]>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /**
     * A place on the page.
     *
     * @param id of its element
     */
    record Entry(String id, String label, boolean hidden) {}

    static Contents of(List<Part> parts) {
        int title = FormPage.isHeaded(parts) ? 1 : 0;
        List<Part> rest = parts.subList(title, parts.size());
        return new Contents(
                parts.subList(0, title),
                rest,
                rest.stream().flatMap(Contents::entries).toList(),
                rest.stream().flatMap(Contents::required).findFirst().orElse(null));
    }

    /** Whether the page is so long that links help. */
    public boolean isLong() {
        return entries.stream().filter(entry -> !entry.hidden()).count() > FEW;
    }

    private static Stream<Entry> entries(Part part) {
        if (part instanceof Part.Group group) {
            return group.label().isEmpty()
                    ? group.parts().stream().flatMap(Contents::entries)
                    : Stream.of(entry(part, group.label()));
        }
        if (part instanceof Part.Rows rows) {
            return Stream.of(entry(part, rows.label()));
        }
        if (part instanceof Part.Facts facts) {
            return Stream.of(entry(part, facts.label()));
        }
        return part instanceof Part.Reading reading
                ? heading(reading.html()).map(label -> entry(part, label)).stream()
                : Stream.empty();
    }

    private static Entry entry(Part part, String label) {
        return new Entry(part.id(), label, part.hidden());
    }

    private static Optional<String> heading(String html) {
        Matcher heading = HEADING.matcher(html);
        return heading.find()
                ? Optional.of(
                        HtmlUtils.htmlUnescape(TAG.matcher(heading.group(1)).replaceAll(""))
                                .strip())
                : Optional.empty();
    }

    private static Stream<Entry> required(Part part) {
        if (part.hidden()) {
            return Stream.empty();
        }
        if (part instanceof Part.Group group) {
            return group.parts().stream().flatMap(Contents::required);
        }
        if (part instanceof Part.Rows rows) {
            return rows.rows().stream().flatMap(row -> row.parts().stream()).flatMap(Contents::required);
        }
        return part instanceof Question question && question.mustBeAnswered()
                ? Stream.of(entry(question, question.label()))
                : Stream.empty();
    }
}
