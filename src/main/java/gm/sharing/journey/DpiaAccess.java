package gm.sharing.journey;

/**
 * Who may read what of a project's assessment: those who may see the project, and data protection officers whose advice on
 * it is asked for. Partners read what was decided so that the project could go on; how it came to that is between the lead
 * organisation and those whom it asked.
 *
 * @param advises whether the person's advice on the assessment is asked for
 */
record DpiaAccess(ProjectAccess access, boolean advises) {

    boolean mayRead() {
        return advises || maySeeProject();
    }

    boolean maySeeProject() {
        return access.maySee();
    }

    boolean maySeeDrafts() {
        return advises || access.maySeeDrafts();
    }
}
