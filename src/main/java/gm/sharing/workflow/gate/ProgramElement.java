package gm.sharing.workflow.gate;

/** The elements of models that the program knows by their ids: the only place where they are written. */
public enum ProgramElement {
    /** The lead's own task in a partner's sign-off, whose due date does not move with the partner's. */
    ANSWER_QUESTION("Task_AnswerQuestion", "partner-sign-off");

    private final String id;
    private final String model;

    ProgramElement(String id, String model) {
        this.id = id;
        this.model = model;
    }

    public String id() {
        return id;
    }

    /** The id of the process that has it. */
    public String model() {
        return model;
    }
}
