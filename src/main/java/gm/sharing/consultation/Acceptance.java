package gm.sharing.consultation;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.code.Coded;
import gm.sharing.wording.Worded;
import gm.sharing.wording.WordsIn;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether the Commissioner takes the request on: the answers of the form ico-acceptance.
 *
 * @param answeredOn when the Commissioner answered; not when no answer came
 * @param receivedOn when the Commissioner received the request: from this day the time for advice counts
 * @param icoReference the Commissioner's reference for the case
 * @param explanation what is missing, or why no consultation is needed
 */
@NeededBy("the clock of the prior consultation")
public record Acceptance(
        @NotNull Answer acceptance,
        @Nullable LocalDate answeredOn,
        @Nullable LocalDate receivedOn,
        @Nullable @Size(max = 100) String icoReference,
        @Nullable @Size(max = Texts.LONG) String explanation) {

    /** What the Commissioner said to the request. */
    @WordsIn("consultation/names")
    public enum Answer implements Coded, Worded {
        ACCEPTED,
        INCOMPLETE,
        DECLINED,
        SILENT
    }
}
