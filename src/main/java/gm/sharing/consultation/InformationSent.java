package gm.sharing.consultation;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * That the Commissioner has the information that was asked for: the answers of the form ico-information.
 *
 * @param receivedOn when the Commissioner had it; a clock that stood still goes on from this day
 * @param information what was sent
 */
@NeededBy("the clock of the prior consultation")
public record InformationSent(@NotNull LocalDate receivedOn, @NotBlank @Size(max = Texts.LONG) String information) {}
