package gm.sharing.agreement;

import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.Document;
import gm.sharing.document.FieldChange;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import java.util.ArrayList;
import java.util.List;

/**
 * What changed since an earlier version, for those who saw that one last.
 *
 * @param version number of the earlier version
 * @param seenLastBy the parties that were asked about that version and about none after it
 */
record VersionComparison(String version, List<String> seenLastBy, List<FieldChange> changes) {

    VersionComparison {
        seenLastBy = List.copyOf(seenLastBy);
        changes = List.copyOf(changes);
    }

    Chapter annex() {
        Chapter annex = Document.changes(version, changes);
        if (seenLastBy.isEmpty()) {
            return annex;
        }
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                "change",
                "",
                new Block.Prose("Before this version, %s %s asked about version %s last."
                        .formatted(Wording.and(seenLastBy), seenLastBy.size() == 1 ? "was" : "were", version))));
        sections.addAll(annex.sections());
        return new Chapter(annex.title(), false, sections);
    }
}
