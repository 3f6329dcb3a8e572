package gm.sharing.project;

/** What the project asks of the process that drives it. */
public interface ProjectJourney {

    /** Ends the open tasks of a project that its lead withdrew. */
    void withdrawn(ProjectReference reference);

    /** Gives what the one lead, by id, has to do to the other. */
    void handedOver(ProjectReference reference, String before, String now);

    /** Ends the open tasks of a project that the Information Board stopped. */
    void stopped(ProjectReference reference);
}
