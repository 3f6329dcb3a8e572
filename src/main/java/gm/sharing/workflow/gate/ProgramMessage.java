package gm.sharing.workflow.gate;

/**
 * The messages that the program sends to processes: the only place where they are written. A model has to wait for those that
 * are sent to it, and for no other, because nobody else sends any.
 */
public enum ProgramMessage {
    DEADLINE_MOVED("deadline-moved", "partner-sign-off"),
    DRAFT_TAKEN_BACK("draft-taken-back", "sharing-project"),
    FACT_SETTLED("fact-settled", "renew-fact"),
    MEASURE_DROPPED("measure-dropped", "measure-follow-up"),
    PROJECT_STOPPED("project-stopped", "sharing-project"),
    PROJECT_WITHDRAWN("project-withdrawn", "sharing-project"),
    SIGNATURE_WITHDRAWN("signature-withdrawn", "sharing-project");

    private final String text;
    private final String model;

    ProgramMessage(String text, String model) {
        this.text = text;
        this.model = model;
    }

    /** The name by which the engine knows it. */
    public String text() {
        return text;
    }

    /** The id of the process that waits for it. */
    public String model() {
        return model;
    }
}
