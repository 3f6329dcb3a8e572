package gm.sharing.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the template shows.
 *
 * @param kind for example "Information sharing agreement"
 * @param edition stands at the head of every printed page, for example "SJ-2026-0001, version 1.0"
 * @param draft what a draft says of itself; null when it is none
 * @param about the document itself, its digest among it
 * @param summary for decision-makers
 * @param chapters numbered from 1
 * @param annexes lettered from A
 */
public record Document(
        String kind,
        String title,
        String edition,
        @Nullable String draft,
        List<Fact> about,
        List<Fact> summary,
        List<Chapter> chapters,
        List<Chapter> annexes) {

    private static final String HOW_CHANGES_ARE_MARKED =
            "Words that were taken out are struck through under “Before”, words that are new are underlined under “Now”."
                    + " An ellipsis (…) stands for words that are the same in both, or that the document holds above.";

    public Document {
        about = List.copyOf(about);
        summary = List.copyOf(summary);
        chapters = List.copyOf(chapters);
        annexes = List.copyOf(annexes);
    }

    /**
     * How anybody checks that a digest belongs to a content.
     *
     * @param address where the content is found exactly as it was digested
     */
    public static Chapter check(String digest, String address) {
        return new Chapter(
                "How to check this document",
                false,
                List.of(Section.of(
                        "check",
                        "",
                        new Block.Prose(
                                """
                                The digest is a fingerprint of the content. If one letter of the content were different, the digest would be another.

                                To check it, download the content from %s as the file content.json. Then work out the file’s SHA-256 digest and compare it with the one below."""
                                        .formatted(address)),
                        new FactList()
                                .add("Digest (SHA-256)", digest)
                                .add("On Windows", "certutil -hashfile content.json SHA256")
                                .add("On macOS or Linux", "shasum -a 256 content.json")
                                .block())));
    }

    /** What changed since an earlier version, each change under its own heading. */
    public static Chapter changes(@Nullable String earlier, List<FieldChange> changes) {
        if (earlier == null) {
            return note("Changes since the version before", "This is the first version.");
        }
        String title = "Changes since version " + earlier;
        if (changes.isEmpty()) {
            return note(title, "It says the same as version " + earlier + ".");
        }
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("change", "", new Block.Prose(HOW_CHANGES_ARE_MARKED)));
        changes.stream()
                .map(change -> Section.of("change", change.question(), Block.Rewording.of(change)))
                .forEach(sections::add);
        return new Chapter(title, false, sections);
    }

    /** The same where much is new: of what was only added to, the titles are given, since the chapters hold it. */
    public static Chapter changesInBrief(@Nullable String earlier, List<FieldChange> changes) {
        List<String> added = changes.stream()
                .filter(change -> change.before().isBlank())
                .map(FieldChange::question)
                .toList();
        Chapter whole = changes(
                earlier,
                changes.stream().filter(change -> !change.before().isBlank()).toList());
        if (added.isEmpty()) {
            return whole;
        }
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("change", "New", new Block.Prose(Wording.list(added))));
        sections.addAll(added.size() == changes.size() ? List.of() : whole.sections());
        return new Chapter(whole.title(), false, sections);
    }

    private static Chapter note(String title, String words) {
        return new Chapter(title, false, List.of(Section.of("change", "", new Block.Prose(words))));
    }

    /** Chapters and annexes, in order. */
    public List<PlacedChapter> parts() {
        return Stream.concat(
                        IntStream.range(0, chapters.size())
                                .mapToObj(place -> new PlacedChapter(
                                        "part-" + (place + 1), number(place), number(place), chapters.get(place))),
                        IntStream.range(0, annexes.size()).mapToObj(this::annex))
                .toList();
    }

    private static String number(int place) {
        return (place + 1) + ".";
    }

    /** A to Z, then AA, AB and so on: each of sixty partners may have an annex of its own. */
    private static String letter(int place) {
        String last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : letter(place / 26 - 1) + last;
    }

    private PlacedChapter annex(int place) {
        String letter = letter(place);
        return new PlacedChapter("annex-" + letter, "Annex " + letter + ":", letter + ".", annexes.get(place));
    }
}
