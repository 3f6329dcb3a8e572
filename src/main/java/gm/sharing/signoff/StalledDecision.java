package gm.sharing.signoff;

import gm.sharing.NeededBy;
import gm.sharing.code.Coded;
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
        @NotNull Choice decision, @Nullable LocalDate extendTo, @NotBlank @Size(max = 30_000) String reasons) {

    /** The Board's choices. */
    public enum Choice implements Coded {
        EXTEND("gave more time"),
        CHASE("asked again for an answer"),
        GO_ON_WITHOUT("decided to go ahead without the partner"),
        STOP("stopped the project");

        private final String words;

        Choice(String words) {
            this.words = words;
        }

        /** What the Board did, to follow "the Board …". */
        public String words() {
            return words;
        }

        boolean endsTheReview() {
            return this == GO_ON_WITHOUT || this == STOP;
        }
    }
}
