package gm.sharing.workflow;

/** The application must not start as it is configured. Nothing that is stored is lost by it. */
public class CannotStart extends RuntimeException {

    private final String remedy;

    /**
     * A start that is refused.
     *
     * @param remedy what whoever runs the application can do about it, in sentences
     */
    public CannotStart(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    /** What whoever runs the application can do about it. */
    String remedy() {
        return remedy;
    }
}
