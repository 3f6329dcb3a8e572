package gm.sharing.dpia;

import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.project.ProjectReference;
import gm.sharing.question.FurtherAnswers;
import java.util.List;
import java.util.Optional;

/** What another module adds to the assessment, for example the advice of the ethics panel. */
public interface DpiaAddition {

    /**
     * The chapters of its document; empty when there is nothing to say.
     *
     * @param answers those that stand in the document because their questions say so
     */
    List<Chapter> chapters(ProjectReference reference, FurtherAnswers answers);

    /** What the public is told of it: roles, no people. */
    List<Fact> publicFacts(ProjectReference reference);

    /** Who advises against the project as it is assessed now, for example "the ethics panel"; empty when nobody does. */
    default Optional<String> advisesAgainst(ProjectReference reference) {
        return Optional.empty();
    }
}
