package gm.sharing.consultation;

/** Where a prior consultation stands. */
public enum ConsultationState {
    TO_SUBMIT("The request has to be sent to the Commissioner"),
    SUBMITTED("Sent; the Commissioner has to say whether it is accepted"),
    RETURNED("Returned by the Commissioner: the request has to be sent again"),
    CLOCK_RUNS("Accepted; the Commissioner's advice is awaited"),
    CLOCK_STOPPED("The Commissioner asked for information; the period is suspended"),
    INFORMATION_ASKED("The Commissioner asked for information; the period continues"),
    ADVISED("The Commissioner advised; the outcome has to be decided"),
    DECLINED("The Commissioner says that no consultation is needed; the outcome has to be decided"),
    UNANSWERED("The Commissioner did not answer in time; the outcome has to be decided"),
    ENDED("Ended");

    private final String label;

    ConsultationState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
