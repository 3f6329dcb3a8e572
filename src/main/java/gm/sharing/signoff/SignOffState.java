package gm.sharing.signoff;

/** Where one partner's sign-off stands, as people read it. */
public enum SignOffState {
    IN_REVIEW("In review"),
    WITH_SIGNATORY("Reviewed, waiting for signature"),
    WITH_SECOND_SIGNATORY("Signed once, waiting for the second signature"),
    SIGNED("Signed"),
    SIGNED_WITH_CONDITIONS("Signed with conditions"),
    SIGNATURE_WITHDRAWN("Signature withdrawn"),
    CHANGES_REQUESTED("Changes requested"),
    REFUSED("Refused"),
    LEFT_OUT("Not included, by decision of the Information Board"),
    NOT_NEEDED("Not included, by the sign-off rule"),
    ENDED("Ended without a decision");

    private final String label;

    SignOffState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static SignOffState of(SignOff signOff) {
        Statements said = signOff.said();
        if (said.has(Step.WITHDRAWAL)) {
            return SIGNATURE_WITHDRAWN;
        }
        if (signOff.decision().isPresent()) {
            return of(signOff.decision().get());
        }
        if (signOff.delay().isDecided(StalledDecision.Choice.GO_ON_WITHOUT)) {
            return LEFT_OUT;
        }
        if (signOff.isNotNeeded()) {
            return NOT_NEEDED;
        }
        if (!signOff.isOpen()) {
            return ENDED;
        }
        if (said.has(Step.SIGNATURE)) {
            return WITH_SECOND_SIGNATORY;
        }
        return said.has(Step.REVIEW) ? WITH_SIGNATORY : IN_REVIEW;
    }

    private static SignOffState of(Decision decision) {
        return switch (decision) {
            case SIGN -> SIGNED;
            case SIGN_WITH_CONDITIONS -> SIGNED_WITH_CONDITIONS;
            case REQUEST_CHANGES -> CHANGES_REQUESTED;
            case REFUSE -> REFUSED;
        };
    }
}
