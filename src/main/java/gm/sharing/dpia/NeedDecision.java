package gm.sharing.dpia;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the signatory of the lead organisation decides when the data protection officer advises that no DPIA is needed: the
 * answers of the form decide-no-dpia.
 *
 * @param reasons needed to carry one out all the same
 * @param role in which the person decides, for example senior information risk owner
 */
@NeededBy("the decision whether a DPIA is made")
public record NeedDecision(
        @NotNull Boolean dpiaNeeded,
        @Nullable @Size(max = Texts.LONG) String reasons,
        @NotBlank @Size(max = 250) String role) {}
