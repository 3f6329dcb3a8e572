package gm.sharing.signoff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every form in which a partner decides has answers to, whatever else it asks. */
sealed interface Decided permits Review, ConfidentialUse, Signature, Countersignature {

    /** At the step of the Caldicott Guardian, {@link Decision#SIGN} means that they agree. */
    Decision decided();

    List<Comment> comments();

    @Nullable String refusalGround();

    @Nullable String provision();
}
