package gm.sharing.dpia;

import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Document;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.FieldComparison;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as its document shows it: the content, and around it what the digest does not cover.
 *
 * @param version null while it is being written
 * @param earlier versions, newest first
 */
record DpiaPresentation(DpiaContent content, String digest, @Nullable DpiaVersion version, List<DpiaVersion> earlier) {

    private static final String DRAFT = "not decided yet, so nothing is approved";

    Document document() {
        return new Document(
                "Data protection impact assessment (DPIA)",
                content.title(),
                content.reference() + ", DPIA version " + content.number(),
                isDecided() ? null : DRAFT,
                about(),
                content.summary(),
                content.chapters(),
                annexes());
    }

    private List<Fact> about() {
        FactList facts = new FactList()
                .add("Reference", content.reference().value())
                .add("Version", Integer.toString(content.number()));
        if (version == null) {
            facts.add("Status", "Being written");
        } else {
            facts.add("Status", version.occasion().label())
                    .add("Date", Wording.date(version.by().on()))
                    .add("By", version.by().name());
        }
        return facts.add("Digest (SHA-256)", digest).facts();
    }

    private List<Chapter> annexes() {
        List<Chapter> annexes = new ArrayList<>();
        annexes.add(versions());
        annexes.add(changes());
        if (version != null) {
            annexes.add(Document.check(
                    digest,
                    "/projects/%s/dpia/%d/content.json of this service"
                            .formatted(content.reference(), content.number())));
        }
        return annexes;
    }

    /** A decided version compares itself with what stood before, not with the rounds of advice on the way to it. */
    private Chapter changes() {
        return earlier.stream()
                .filter(one -> !isDecided() || !one.occasion().isRound())
                .findFirst()
                .map(before -> Document.changesInBrief(
                        Integer.toString(before.number()),
                        FieldComparison.between(before.content().chapters(), content.chapters())))
                .orElseGet(() -> Document.changes(null, List.of()));
    }

    private boolean isDecided() {
        return version != null && version.occasion().decided();
    }

    private Chapter versions() {
        List<List<String>> rows = Stream.concat(Stream.ofNullable(version), earlier.stream())
                .map(one -> List.of(
                        Integer.toString(one.number()),
                        one.occasion().label(),
                        Wording.date(one.by().on()),
                        one.by().name()))
                .toList();
        Block block = rows.isEmpty()
                ? new Block.Prose("None was decided yet.")
                : new Block.Grid("Versions", List.of("Version", "What became of it", "Date", "By"), rows);
        return new Chapter("Versions", false, List.of(Section.of("versions", "", block)));
    }
}
