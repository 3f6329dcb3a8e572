package gm.sharing.document;

import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
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
 * @param headings the words of the template
 */
public record Document(
        String kind,
        String title,
        String edition,
        @Nullable String draft,
        List<Fact> about,
        List<Fact> summary,
        List<Chapter> chapters,
        List<Chapter> annexes,
        Headings headings) {

    private static final String CHECK = "check";
    private static final Words WORDS = Words.in("document/check");

    public Document {
        about = List.copyOf(about);
        summary = List.copyOf(summary);
        chapters = List.copyOf(chapters);
        annexes = List.copyOf(annexes);
    }

    /** With the headings of this release. */
    public Document(
            String kind,
            String title,
            String edition,
            @Nullable String draft,
            List<Fact> about,
            List<Fact> summary,
            List<Chapter> chapters,
            List<Chapter> annexes) {
        this(kind, title, edition, draft, about, summary, chapters, annexes, Headings.now());
    }

    /** The line that no content can hold, because it is worked out of the content. */
    public static Fact digest(String digest) {
        return new Fact("digest", WORDS.text("digest"), digest);
    }

    /** How anybody checks that this digest belongs to the content that is found at this address. */
    public static Chapter check(String digest, String address) {
        return withDigest(check(address), digest);
    }

    /**
     * The same before the digest is known.
     *
     * @param address where the content is found exactly as it was digested
     */
    public static Chapter check(String address) {
        return new Chapter(
                CHECK,
                WORDS.text("title"),
                false,
                List.of(Section.of(
                        CHECK,
                        "",
                        new Block.Prose(WORDS.text("how", Map.of("address", address))),
                        new FactList(WORDS)
                                .add("on-windows", "certutil -hashfile content.json SHA256")
                                .add("on-macos-or-linux", "shasum -a 256 content.json")
                                .block())));
    }

    /** How to check a document, with the digest before the named answers. */
    public static Chapter withDigest(Chapter check, String digest) {
        return new Chapter(
                check.key(),
                check.title(),
                check.tabular(),
                check.sections().stream()
                        .map(section -> new Section(
                                section.key(),
                                section.item(),
                                section.title(),
                                section.content().stream()
                                        .map(block -> block instanceof Block.Facts facts
                                                ? new Block.Facts(
                                                        Stream.concat(Stream.of(digest(digest)), facts.facts().stream())
                                                                .toList())
                                                : block)
                                        .toList(),
                                section.touches()))
                        .toList());
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

    private PlacedChapter annex(int place) {
        String letter = Outline.letter(place);
        return new PlacedChapter(
                "annex-" + letter, headings.annex() + " " + letter + ":", letter + ".", annexes.get(place));
    }
}
