package gm.sharing.dpia;

/** Where the advice of a data protection officer stands. */
public enum AdviceState {
    /** Asked for, about what is written now. */
    REQUESTED("Requested"),
    GIVEN("Given"),
    /** Asked for and not given by the time it was closed. */
    UNANSWERED("Not given in time");

    private final String label;

    AdviceState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
