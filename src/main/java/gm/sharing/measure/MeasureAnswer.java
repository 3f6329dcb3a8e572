package gm.sharing.measure;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What its owner says about a measure. The answers of the form confirm-measure.
 *
 * @param evidence how anybody can see that it is in place
 * @param newDate by when it will be in place, when it is not
 * @param reason why it is not
 */
@NeededBy("the follow-up of measures")
public record MeasureAnswer(
        @NotNull Boolean inPlace,
        @Nullable @Size(max = Texts.LONG) String evidence,
        @Nullable LocalDate newDate,
        @Nullable @Size(max = Texts.LONG) String reason) {}
