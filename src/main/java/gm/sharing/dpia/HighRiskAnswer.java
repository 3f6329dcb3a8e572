package gm.sharing.dpia;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the lead does about a risk that stays high: the answers of the form dpia-high-risk.
 *
 * @param whyNotReduced needed to consult the Information Commissioner
 */
public record HighRiskAnswer(@NotNull Way answer, @Nullable @Size(max = Texts.LONG) String whyNotReduced) {

    /** The two ways on from a risk that stays high. */
    public enum Way {
        REDUCE("reduce"),
        CONSULT("consult");

        private final String code;

        Way(String code) {
            this.code = code;
        }

        /** The name in forms, process variables and models. */
        @JsonValue
        public String code() {
            return code;
        }
    }
}
