package gm.sharing.consultation;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That the request was sent to the Commissioner: the answers of the form ico-submit.
 *
 * @param sent all that Article 36(3) asks for
 * @param alsoSent what else was sent
 */
@NeededBy("the prior consultation")
public record Submission(
        @NotNull Regime regime,
        @NotNull LocalDate submittedOn,
        @NotEmpty List<@NotNull SentItem> sent,
        @Nullable @Size(max = Texts.LONG) String alsoSent) {}
