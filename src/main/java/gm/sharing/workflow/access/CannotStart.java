package gm.sharing.workflow.access;

/** The application must not start as it is configured. */
class CannotStart extends RuntimeException {

    private final String remedy;

    CannotStart(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    /** What whoever runs the application can do about it. */
    String remedy() {
        return remedy;
    }
}
