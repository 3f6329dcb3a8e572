package gm.sharing.signoff;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.code.CodeOf;
import gm.sharing.code.Coded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the second signatory decides, on the conditions on which the first one signed; the fields as in
 * {@link Signature}.
 */
@NeededBy("the second signature")
public record Countersignature(
        @NotNull Choice decision,
        @NotBlank @Size(max = 200) String role,
        List<@Valid Comment> comments,
        @CodeOf(Grounds.TABLE) @Nullable @Size(max = 500) String refusalGround,
        @Nullable @Size(max = Texts.LONG) String provision,
        @AssertTrue boolean confirmed)
        implements Decided {

    @Override
    public Decision decided() {
        return decision.decision;
    }

    /** The choices of the second signatory. */
    public enum Choice implements Coded {
        SIGN(Decision.SIGN),
        REQUEST_CHANGES(Decision.REQUEST_CHANGES),
        REFUSE(Decision.REFUSE);

        private final Decision decision;

        Choice(Decision decision) {
            this.decision = decision;
        }
    }
}
