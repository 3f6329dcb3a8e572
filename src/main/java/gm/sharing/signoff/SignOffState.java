package gm.sharing.signoff;

import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;

/** Where one partner's sign-off stands, as people read it. */
@WordsIn("sign-off/names")
public enum SignOffState implements Worded {
    IN_REVIEW,
    WITH_SIGNATORY,
    WITH_SECOND_SIGNATORY,
    SIGNED,
    SIGNED_WITH_CONDITIONS,
    SIGNATURE_WITHDRAWN,
    CHANGES_REQUESTED,
    REFUSED,
    LEFT_OUT,
    NOT_NEEDED,
    ENDED;

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
