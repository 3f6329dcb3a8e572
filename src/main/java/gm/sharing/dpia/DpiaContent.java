package gm.sharing.dpia;

import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.project.ProjectReference;
import java.util.List;

/**
 * What an assessment says: what is digested and what versions are compared by.
 *
 * @param number of the version
 * @param title the project's title
 * @param summary for those who decide
 * @param chapters in the order of the document, a section for each question
 */
public record DpiaContent(
        ProjectReference reference, int number, String title, List<Fact> summary, List<Chapter> chapters) {

    public DpiaContent {
        summary = List.copyOf(summary);
        chapters = List.copyOf(chapters);
    }
}
