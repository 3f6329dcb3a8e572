package gm.sharing.consultation;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.dpia.ConsultationOutcome;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the lead organisation makes of the consultation: the answers of the form ico-outcome.
 *
 * @param measures what is done about the Commissioner's advice; needed to go on when further measures were advised
 */
@Embeddable
@NeededBy("the decision after the prior consultation")
public record Outcome(
        @NotNull @Enumerated(EnumType.STRING) ConsultationOutcome outcome,
        @NotBlank @Size(max = Texts.LONG) @Column(name = "outcome_reasons", columnDefinition = "text") String reasons,
        @Nullable @Size(max = Texts.LONG) @Column(columnDefinition = "text") String measures) {}
