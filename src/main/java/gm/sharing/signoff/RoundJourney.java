package gm.sharing.signoff;

import gm.sharing.project.ProjectReference;

/** The process of a project, as far as a round of sign-off has to tell it something. */
public interface RoundJourney {

    /** The lead took the draft back: the partners' open reviews end, and the lead revises it. */
    void takenBack(ProjectReference reference);
}
