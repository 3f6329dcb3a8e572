package gm.sharing.signoff;

import gm.sharing.NeededBy;
import gm.sharing.code.Coded;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What the Information Board decides after a partner refused. */
@NeededBy("the rule on what follows a refusal")
public record RefusalDecision(@NotNull Choice decision, @NotBlank @Size(max = 30_000) String reasons) {

    /** The Board's choices. */
    public enum Choice implements Coded {
        GO_ON_WITHOUT("upheld the refusal and decided to go ahead without those who refused"),
        BACK_TO_LEAD("sent the agreement back to the project lead"),
        STOP("upheld the refusal and stopped the project");

        private final String words;

        Choice(String words) {
            this.words = words;
        }

        /** What the Board did, to follow "the Board …". */
        public String words() {
            return words;
        }
    }
}
