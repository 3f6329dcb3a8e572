package gm.sharing.signoff;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What the Information Board decides after a partner refused. */
public record RefusalDecision(@NotNull Choice decision, @NotBlank @Size(max = 30_000) String reasons) {

    /** The Board's choices. */
    public enum Choice {
        GO_ON_WITHOUT("go-on-without", "upheld the refusal and decided to go ahead without those who refused"),
        BACK_TO_LEAD("back-to-lead", "sent the agreement back to the project lead"),
        STOP("stop", "upheld the refusal and stopped the project");

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
    }
}
