package gm.sharing.signoff;

import com.fasterxml.jackson.annotation.JsonValue;
import gm.sharing.code.CodeOf;
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
public record Countersignature(
        @NotNull Choice decision,
        @NotBlank @Size(max = 200) String role,
        List<@Valid Comment> comments,
        @CodeOf(Grounds.TABLE) @Nullable @Size(max = 500) String refusalGround,
        @Nullable @Size(max = 30_000) String provision,
        @AssertTrue boolean confirmed) {

    /** The choices of the second signatory. */
    public enum Choice {
        SIGN("sign", Decision.SIGN),
        REQUEST_CHANGES("request-changes", Decision.REQUEST_CHANGES),
        REFUSE("refuse", Decision.REFUSE);

        private final String code;
        private final Decision decision;

        Choice(String code, Decision decision) {
            this.code = code;
            this.decision = decision;
        }

        /** The word that forms submit and models route on. */
        @JsonValue
        public String code() {
            return code;
        }

        Decision decision() {
            return decision;
        }
    }
}
