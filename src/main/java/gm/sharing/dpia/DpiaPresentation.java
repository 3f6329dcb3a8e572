package gm.sharing.dpia;

import gm.sharing.Dates;
import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Document;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.wording.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as its document shows it: the content, and around it what the digest does not cover. What changed between
 * versions is on a page of its own, for those who may read both.
 *
 * @param version null while it is being written
 * @param earlier versions, newest first
 * @param service the address of this service
 */
record DpiaPresentation(
        DpiaContent content, String digest, @Nullable DpiaVersion version, List<DpiaVersion> earlier, URI service) {

    private static final Words WORDS = Words.in("dpia/document");

    Document document() {
        return new Document(
                WORDS.text("kind"),
                content.title(),
                WORDS.text("edition", Map.of("reference", content.reference(), "number", content.number())),
                isDecided() ? null : WORDS.text("draft"),
                about(),
                content.summary(),
                content.chapters(),
                annexes());
    }

    private List<Fact> about() {
        FactList facts = new FactList(WORDS)
                .add("reference", content.reference().value())
                .add("version", Integer.toString(content.number()));
        if (version == null) {
            facts.add("status", WORDS.text("being-written"));
        } else {
            facts.add("status", version.occasion().label())
                    .add("date", Dates.day(version.by().on()))
                    .add("by", version.by().name());
        }
        return facts.add("digest", digest).facts();
    }

    private List<Chapter> annexes() {
        List<Chapter> annexes = new ArrayList<>();
        annexes.add(versions());
        if (version != null) {
            annexes.add(Document.check(
                    digest,
                    service.resolve("/projects/%s/dpia/%d/content.json"
                                    .formatted(content.reference(), content.number()))
                            .toString()));
        }
        return annexes;
    }

    private boolean isDecided() {
        return version != null && version.occasion().decided();
    }

    /** Partners read what lets the project go on, so that does not tell of the drafts and rounds before it. */
    private Chapter versions() {
        boolean settled = version != null && version.occasion().settled();
        List<List<String>> rows = Stream.concat(Stream.ofNullable(version), earlier.stream())
                .filter(one -> !settled || one.occasion().settled())
                .map(one -> List.of(
                        Integer.toString(one.number()),
                        one.occasion().label(),
                        Dates.day(one.by().on()),
                        one.by().name()))
                .toList();
        Block block = rows.isEmpty()
                ? new Block.Prose(WORDS.text("no-versions"))
                : new Block.Grid(
                        WORDS.text("versions"),
                        List.of(WORDS.text("version"), WORDS.text("outcome"), WORDS.text("date"), WORDS.text("by")),
                        rows);
        return new Chapter("versions", WORDS.text("versions"), false, List.of(Section.of("versions", "", block)));
    }
}
