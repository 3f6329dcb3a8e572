package gm.sharing.consultation;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.code.Coded;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came from the Commissioner while the time for advice runs: the answers of the form ico-answer.
 *
 * @param writtenOn the date of the Commissioner's letter; not when no answer came
 * @param question what is asked for; only when information is asked for
 * @param clockStops whether the time stands still until the Commissioner has the information
 * @param reasons for taking longer; only when the time is extended
 * @param view what the Commissioner thinks of the processing; only with advice
 * @param advice in the Commissioner's words or in short
 */
@NeededBy("the clock of the prior consultation")
public record CommissionerAnswer(
        @NotNull Kind answer,
        @Nullable LocalDate writtenOn,
        @Nullable @Size(max = Texts.LONG) String question,
        @Nullable Boolean clockStops,
        @Nullable @Size(max = Texts.LONG) String reasons,
        @Nullable IcoView view,
        @Nullable @Size(max = Texts.LONG) String advice) {

    /** The kinds of answer. */
    public enum Kind implements Coded {
        ASKS,
        EXTENDS,
        ADVISES,
        SILENT
    }
}
