package gm.sharing.onboarding;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.code.Coded;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What administrators say of a fact that expires. The answers of the form renew-fact.
 *
 * @param until the last day as it is now, when it was renewed
 * @param reason why it does not apply any more, or why it is not renewed yet
 */
@NeededBy("reminders of renewal")
public record RenewalAnswer(
        @NotNull Outcome renewal, @Nullable LocalDate until, @Nullable @Size(max = Texts.LONG) String reason) {

    /** Whether it was renewed. */
    public enum Outcome implements Coded {
        RENEWED,
        NOT_NEEDED,
        NOT_YET
    }
}
