package gm.sharing.dpia;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.code.Coded;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the lead does about a risk that stays high: the answers of the form dpia-high-risk.
 *
 * @param whyNotReduced needed to consult the Information Commissioner
 */
@NeededBy("the answer to risks that stay high")
public record HighRiskAnswer(@NotNull Way answer, @Nullable @Size(max = Texts.LONG) String whyNotReduced) {

    /** The two ways on from a risk that stays high. */
    public enum Way implements Coded {
        REDUCE,
        CONSULT
    }
}
