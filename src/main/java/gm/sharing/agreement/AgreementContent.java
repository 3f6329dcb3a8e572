package gm.sharing.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import gm.sharing.document.Change;
import gm.sharing.document.Chapter;
import gm.sharing.document.Comparison;
import gm.sharing.document.Fact;
import gm.sharing.document.FieldChange;
import gm.sharing.document.FieldComparison;
import gm.sharing.document.Headings;
import gm.sharing.document.Outline;
import gm.sharing.document.PlacedChapter;
import gm.sharing.document.Section;
import gm.sharing.document.Typefaces;
import gm.sharing.project.ProjectReference;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement says, without who signed it. It is what partners sign, what is digested and, but for its frame, what
 * versions are compared by.
 *
 * @param reference the project
 * @param version number of the version, for example {@code 1.0}
 * @param title the project's title
 * @param summary for decision-makers; says nothing that the chapters do not say
 * @param chapters in the order of the document
 * @param law every basis of every party, which the chapters tell in words; empty in versions of before
 * @param frame the rest of the document that is put to those who sign; null in versions of before
 */
public record AgreementContent(
        ProjectReference reference,
        String version,
        String title,
        List<Fact> summary,
        List<Chapter> chapters,
        List<FlowLaw> law,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Frame frame) {

    static final String FLOW = "flow";
    static final String DPIA = "dpia";

    /** The annexes that every agreement has, in their order; others follow. */
    static final List<String> ANNEXES = List.of(FLOW, DPIA, Undertakings.CONDITIONS, Undertakings.POSITIONS);

    private static final Set<String> SEARCHABLE =
            Set.of("vision", "purpose", "benefits", "data-subjects", "data-items");

    public AgreementContent {
        law = Objects.requireNonNullElse(law, List.<FlowLaw>of()).stream().toList();
        summary = List.copyOf(summary);
        chapters = List.copyOf(chapters);
    }

    /** The same with the words around it, which are signed too. */
    AgreementContent within(Frame words) {
        return new AgreementContent(reference, version, title, summary, chapters, law, words);
    }

    /** What it is headed with besides its own words: as it was written, or as today in versions of before. */
    public Headings headings() {
        return frame == null ? Headings.now() : frame.headings();
    }

    /** Where links to the part of this key go; empty when it has none. Flows stand in full in an annex. */
    public Optional<String> anchor(String key) {
        return ANNEXES.contains(key)
                ? Optional.of("annex-" + annexes().number("annex:" + key))
                : numbered().stream()
                        .filter(placed -> placed.chapter().key().equals(key))
                        .map(placed -> placed.part().id())
                        .findFirst();
    }

    /** Where its parts and annexes stand. */
    Outline outline() {
        return new Outline(chapters.stream().map(Chapter::key).toList(), ANNEXES);
    }

    /** Where the annexes stand in every agreement. */
    static Outline annexes() {
        return new Outline(List.of(), ANNEXES);
    }

    /** All sections in the order of the document. */
    public List<Section> sections() {
        return chapters.stream().flatMap(chapter -> chapter.sections().stream()).toList();
    }

    /** The chapters under the numbers of the document, whose annexes hold the flows and the DPIA. */
    public List<PlacedChapter> numbered() {
        return IntStream.range(0, chapters.size())
                .mapToObj(place -> {
                    Chapter chapter = chapters.get(place);
                    String number = place + 1 + ".";
                    return new PlacedChapter("part-" + (place + 1), number, prefix(chapter, number), chapter);
                })
                .toList();
    }

    /** What of it no document can show, each after the heading of its part; empty when everybody reads what was written. */
    public List<String> unshown() {
        Stream<String> inTitle = Typefaces.complaint(title).map(rule -> "Title: " + rule).stream();
        return Stream.concat(inTitle, numbered().stream().flatMap(AgreementContent::unshown))
                .toList();
    }

    private static Stream<String> unshown(PlacedChapter chapter) {
        return chapter.sections().stream()
                .flatMap(placed -> Typefaces.complaint(
                        placed.section().title() + "\n" + placed.section().text())
                        .map(rule -> (placed.headed() ? placed.heading() : chapter.heading()) + ": " + rule)
                        .stream());
    }

    private static String prefix(Chapter chapter, String number) {
        return Stream.of(FLOW, DPIA)
                .filter(chapter::holds)
                .findFirst()
                .map(annex -> annexes().number("annex:" + annex) + ".")
                .orElse(number);
    }

    /** The chapter that has a section with this key. */
    Chapter chapter(String key) {
        return chapters.stream()
                .filter(chapter -> chapter.holds(key))
                .findFirst()
                .orElseThrow();
    }

    /** The sections with this key; more than one for partners and flows, none when the agreement has no such part. */
    public List<Section> sections(String key) {
        return sections().stream().filter(section -> section.key().equals(key)).toList();
    }

    /** What the sections with this key answer to the question with this key, each answer once. */
    public List<String> answers(String key, String fact) {
        return sections(key).stream()
                .flatMap(section -> section.answer(fact).stream())
                .distinct()
                .toList();
    }

    /** What differs from an earlier content, in the order of this one, then what is gone. */
    List<Change> changesSince(AgreementContent earlier) {
        Stream<Change> titleChange = title.equals(earlier.title)
                ? Stream.empty()
                : Stream.of(new Change("title", "Title", earlier.title, title, Set.of()));
        return Stream.concat(titleChange, Comparison.between(earlier.sections(), sections()).stream())
                .toList();
    }

    /** The same question by question. */
    List<FieldChange> fieldChangesSince(AgreementContent earlier) {
        Stream<FieldChange> titleChange = title.equals(earlier.title)
                ? Stream.empty()
                : Stream.of(new FieldChange("title", "Title", "Title", earlier.title, title));
        return Stream.concat(titleChange, FieldComparison.between(earlier.chapters, chapters).stream())
                .toList();
    }

    /** What somebody who looks for an agreement may remember of it. */
    String searchable() {
        return Stream.concat(
                        sections().stream()
                                .filter(section -> SEARCHABLE.contains(section.key()))
                                .map(Section::text),
                        law.stream().map(FlowLaw::power))
                .collect(Collectors.joining("\n"));
    }
}
