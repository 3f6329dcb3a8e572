package gm.sharing.signoff;

import com.fasterxml.jackson.annotation.JsonValue;
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
public record StalledDecision(
        @NotNull Choice decision, @Nullable LocalDate extendTo, @NotBlank @Size(max = 30_000) String reasons) {

    /** The Board's choices. */
    public enum Choice {
        EXTEND("extend", "gave more time"),
        CHASE("chase", "asked again for an answer"),
        GO_ON_WITHOUT("go-on-without", "decided to go ahead without the partner"),
        STOP("stop", "stopped the project");

        private final String code;
        private final String words;

        Choice(String code, String words) {
            this.code = code;
            this.words = words;
        }

        /** The word that forms submit and models route on. */
        @JsonValue
        public String code() {
            return code;
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
