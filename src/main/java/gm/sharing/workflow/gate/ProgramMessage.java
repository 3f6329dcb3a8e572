package gm.sharing.workflow.gate;

/**
 * The messages that the program sends to processes: the only place where they are written. A model has to wait for those that
 * are sent to it, and for no other, because nobody else sends any.
 */
public enum ProgramMessage {
    DEADLINE_MOVED("deadline-moved", "partner-sign-off", false),
    DRAFT_TAKEN_BACK("draft-taken-back", "sharing-project", true),
    FACT_SETTLED("fact-settled", "renew-fact", false),
    MEASURE_DROPPED("measure-dropped", "measure-follow-up", false),
    PROJECT_STOPPED("project-stopped", "sharing-project", true),
    PROJECT_WITHDRAWN("project-withdrawn", "sharing-project", true),
    SIGNATURE_WITHDRAWN("signature-withdrawn", "sharing-project", true);

    private final String text;
    private final String model;
    private final boolean toAll;

    ProgramMessage(String text, String model, boolean toAll) {
        this.text = text;
        this.model = model;
        this.toAll = toAll;
    }

    /** The name by which the engine knows it. */
    public String text() {
        return text;
    }

    /** The id of the process that waits for it. */
    public String model() {
        return model;
    }

    /** Whether every process of the project hears it; the others reach one process by what it alone is about. */
    public boolean toAll() {
        return toAll;
    }
}
