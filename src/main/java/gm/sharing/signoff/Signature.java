package gm.sharing.signoff;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.code.CodeOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the signatory decides for the organisation; the other fields as in {@link Review}.
 *
 * @param role the role in which the person signs, for example Senior Information Risk Owner
 * @param confirmed that the person may bind the organisation
 */
@NeededBy("the signature")
public record Signature(
        @NotNull Decision decision,
        @NotBlank @Size(max = 200) String role,
        List<@Valid Condition> conditions,
        List<@Valid Comment> comments,
        @CodeOf(Grounds.TABLE) @Nullable @Size(max = 500) String refusalGround,
        @Nullable @Size(max = Texts.LONG) String provision,
        @AssertTrue boolean confirmed)
        implements Decided {

    @Override
    public Decision decided() {
        return decision;
    }
}
