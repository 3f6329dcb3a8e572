package gm.sharing.dpia;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why advice could not be had: the answers of the form dpia-missing-advice. */
@Embeddable
@NeededBy("the record of missing advice")
public record MissingAdvice(
        @NotBlank @Size(max = Texts.LONG) @Column(name = "missing_advice_reason", columnDefinition = "text")
                String reason) {}
