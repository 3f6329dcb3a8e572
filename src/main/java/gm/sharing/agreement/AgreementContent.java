package gm.sharing.agreement;

import gm.sharing.project.ProjectReference;
import java.util.List;

/**
 * What an agreement says, without who signed it. It is what partners sign, what is digested and what versions are
 * compared by.
 *
 * @param reference the project
 * @param version number of the version, for example {@code 1.0}
 * @param title the project's title
 * @param chapters in the order of the document
 */
public record AgreementContent(ProjectReference reference, String version, String title, List<Chapter> chapters) {

    public AgreementContent {
        chapters = List.copyOf(chapters);
    }

    /** All sections in the order of the document. */
    public List<Section> sections() {
        return chapters.stream().flatMap(chapter -> chapter.sections().stream()).toList();
    }

    /** The sections with this key; more than one for partners and flows, none when the agreement has no such part. */
    public List<Section> sections(String key) {
        return sections().stream().filter(section -> section.key().equals(key)).toList();
    }
}
