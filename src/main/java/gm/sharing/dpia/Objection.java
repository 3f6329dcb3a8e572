package gm.sharing.dpia;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.code.CodeOf;
import gm.sharing.code.Coded;
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
@NeededBy("the record of how objections were weighed")
public record Objection(
        @NotNull Weighing decision,
        @NotBlank @Size(max = Texts.LONG) String reasons,
        @NotBlank @Size(max = 250) String role,
        @CodeOf(DpiaSection.TABLE) List<@NotNull DpiaSection> sections) {

    public Objection {
        sections = sections.stream().distinct().toList();
    }

    /** What the signatory makes of the advice. */
    public enum Weighing implements Coded {
        OVERRULE,
        MEND
    }
}
