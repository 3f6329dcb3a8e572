package gm.sharing.signoff;

import gm.sharing.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A condition as it is asked for: a row of the forms review-agreement and sign-agreement.
 *
 * @param text what has to be done
 * @param owner who is responsible for it: see {@link gm.sharing.project.Owners}
 * @param due by when it is done
 */
public record Condition(
        @NotBlank @Size(max = Texts.LONG) String text,
        @NotBlank @Size(max = 250) String owner,
        @NotNull LocalDate due) {}
