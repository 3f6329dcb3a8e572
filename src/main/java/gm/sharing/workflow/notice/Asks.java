package gm.sharing.workflow.notice;

/** Names of what a notice asks, by which a letter of the day leaves out what is done. */
public final class Asks {

    static final String OWN_TASK = "own-task:";
    static final String TASK = "task:";
    static final String PROCESS = "process:";

    private Asks() {}

    /** The task, by whoever was told: done as well when somebody else has it. */
    public static String ownTask(String id) {
        return OWN_TASK + id;
    }

    /** The task, whoever has it. */
    static String task(String id) {
        return TASK + id;
    }

    /** Whatever the process waits for. */
    static String process(String id) {
        return PROCESS + id;
    }
}
