package gm.sharing.dpia;

import gm.sharing.NeededBy;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Step 1 of the assessment: why it is made. The answers of the form dpia-need.
 *
 * @param aims what the project wants to achieve
 * @param processing the kind of processing it involves
 * @param whyNeeded why an assessment is made
 * @param contact who answers questions about this assessment
 */
@Embeddable
@NeededBy("the assessment (step 1)")
public record NeedForDpia(
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String aims,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String processing,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String whyNeeded,
        @NotBlank @Size(max = 500) String contact) {}
