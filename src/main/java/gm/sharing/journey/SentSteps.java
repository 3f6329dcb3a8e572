package gm.sharing.journey;

import gm.sharing.project.ProjectReference;
import java.util.List;

/** The forms with which a project was described so far, as the process knows them. */
public interface SentSteps {

    /** In the order in which they were sent first; one that was sent several times once. Whether a person may read them is for the caller to know. */
    List<SentStep> of(ProjectReference reference);
}
