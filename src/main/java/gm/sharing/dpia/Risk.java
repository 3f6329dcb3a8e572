package gm.sharing.dpia;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.code.CodeOf;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A risk to individuals and what is done about it: a row of the form dpia-risks.
 *
 * @param number by which it is known in every version of the assessment, "R3" in forms; 0 in a row that was just added
 * @param source of the risk
 * @param impact what may happen to individuals
 * @param measure to reduce or eliminate it
 * @param residualLikelihood with the measure in place
 * @param residualSeverity with the measure in place
 * @param owner who sees to the measure: see {@link gm.sharing.project.Owners}
 * @param dueDate when it is in place; null when it is already
 */
@Embeddable
@NeededBy("the grading of risks")
public record Risk(
        @JsonSerialize(using = RiskNumber.Writing.class) @JsonDeserialize(using = RiskNumber.Reading.class) int number,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String source,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String impact,
        @CodeOf(Likelihood.TABLE) @NotNull @Enumerated(EnumType.STRING) Likelihood likelihood,
        @CodeOf(Severity.TABLE) @NotNull @Enumerated(EnumType.STRING) Severity severity,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String measure,
        @NotNull @Enumerated(EnumType.STRING) Effect effect,
        @CodeOf(Likelihood.TABLE) @NotNull @Enumerated(EnumType.STRING) Likelihood residualLikelihood,
        @CodeOf(Severity.TABLE) @NotNull @Enumerated(EnumType.STRING) Severity residualSeverity,
        @NotBlank @Size(max = 250) String owner,
        @Nullable LocalDate dueDate) {

    /** How people call it: "R3". */
    public String label() {
        return RiskNumber.written(number);
    }

    Risk numbered(int given) {
        return new Risk(
                given,
                source,
                impact,
                likelihood,
                severity,
                measure,
                effect,
                residualLikelihood,
                residualSeverity,
                owner,
                dueDate);
    }
}
