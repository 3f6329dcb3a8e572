package gm.sharing.agreement;

import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import java.util.Optional;

/** Where a published agreement stands on a day. */
@WordsIn("agreement/names")
public enum AgreementStatus implements Coded, Worded {
    STARTS_LATER,
    IN_FORCE,
    REVIEW_OVERDUE,
    ENDED;

    /** The status that an address names, for example {@code in-force}; empty when there is none of that name. */
    public static Optional<AgreementStatus> of(String code) {
        return Coded.find(AgreementStatus.class, code);
    }
}
