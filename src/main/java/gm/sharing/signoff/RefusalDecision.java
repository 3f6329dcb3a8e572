package gm.sharing.signoff;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What the Information Board decides after a partner refused. */
@NeededBy("the rule on what follows a refusal")
public record RefusalDecision(@NotNull Choice decision, @NotBlank @Size(max = Texts.LONG) String reasons) {

    /** The Board's choices. */
    @WordsIn("sign-off/names")
    public enum Choice implements Coded, Worded {
        GO_ON_WITHOUT,
        BACK_TO_LEAD,
        STOP
    }
}
