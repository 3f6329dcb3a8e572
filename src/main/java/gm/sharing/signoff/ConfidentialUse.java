package gm.sharing.signoff;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.code.CodeOf;
import gm.sharing.code.Coded;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the Caldicott Guardian decides about the use of confidential information; fields as in {@link Review}. */
@NeededBy("the Caldicott Guardian’s decision")
public record ConfidentialUse(
        @NotNull Choice decision,
        List<@Valid Comment> comments,
        @CodeOf(Grounds.TABLE) @Nullable @Size(max = 500) String refusalGround,
        @Nullable @Size(max = Texts.LONG) String provision)
        implements Decided {

    @Override
    public Decision decided() {
        return decision.decision;
    }

    /** The choices of the Caldicott Guardian. */
    public enum Choice implements Coded {
        AGREE(Decision.SIGN),
        REQUEST_CHANGES(Decision.REQUEST_CHANGES),
        REFUSE(Decision.REFUSE);

        private final Decision decision;

        Choice(Decision decision) {
            this.decision = decision;
        }
    }
}
