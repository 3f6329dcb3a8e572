package gm.sharing.signoff;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the Information Board decides about a review that is stalled.
 *
 * @param extendTo the last day that the partner has; only when the Board extends
 */
@NeededBy("the rule on partners that are late")
public record StalledDecision(
        @NotNull Choice decision, @Nullable LocalDate extendTo, @NotBlank @Size(max = Texts.LONG) String reasons) {

    /** The Board's choices. */
    @WordsIn("sign-off/names")
    public enum Choice implements Coded, Worded {
        EXTEND,
        CHASE,
        GO_ON_WITHOUT,
        STOP;

        boolean endsTheReview() {
            return this == GO_ON_WITHOUT || this == STOP;
        }
    }
}
