package gm.sharing.directory;

/** What a request for an organisation asks of the process in which the service's administrators answer it. */
public interface AskAdministrators {

    /** Asks them, with a date. */
    void begin(MissingOrganisation missing);
}
