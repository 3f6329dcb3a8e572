package gm.sharing.dpia;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * How the signatory of the lead organisation weighs advice against the processing: the answers of the form
 * dpia-weigh-objection.
 *
 * @param reasons for overruling the advice, or what to mend
 * @param role in which the person decides
 * @param sections to mend; empty when the advice is overruled
 */
public record Objection(
        @NotNull Weighing decision,
        @NotBlank @Size(max = Texts.LONG) String reasons,
        @NotBlank @Size(max = 250) String role,
        List<@NotNull DpiaSection> sections) {

    public Objection {
        sections = sections.stream().distinct().toList();
    }

    /** What the signatory makes of the advice. */
    public enum Weighing {
        OVERRULE("overrule"),
        MEND("mend");

        private final String code;

        Weighing(String code) {
            this.code = code;
        }

        /** The name in forms, process variables and models. */
        @JsonValue
        public String code() {
            return code;
        }
    }
}
