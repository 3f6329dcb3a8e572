package gm.sharing.dpia;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Step 7 of the assessment: what the lead organisation decides. The answers of the form dpia-decide.
 *
 * @param reasons needed to reject and to approve against advice
 * @param approverRole in which the person decides, for example senior information risk owner
 * @param departsFromViews whether the decision goes against what the people who were consulted said
 * @param departureReasons needed when it does
 * @param keptUnderReviewBy who keeps the assessment under review
 */
@Embeddable
@NeededBy("the decision on the DPIA")
public record DpiaDecision(
        @NotNull @Enumerated(EnumType.STRING) Verdict decision,
        @Nullable @Size(max = Texts.LONG) @Column(name = "decision_reasons", columnDefinition = "text") String reasons,
        @NotBlank @Size(max = 250) String approverRole,
        @NotNull Boolean departsFromViews,
        @Nullable @Size(max = Texts.LONG) @Column(columnDefinition = "text") String departureReasons,
        @NotBlank @Size(max = 250) String keptUnderReviewBy) {

    boolean approves() {
        return decision == Verdict.APPROVE;
    }
}
