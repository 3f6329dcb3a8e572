package gm.sharing.dpia;

import gm.sharing.NeededBy;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Step 2 of the assessment: what the processing is for. The answers of the form dpia-purposes.
 *
 * @param purpose what the processing is for
 * @param effect intended, on the individuals
 * @param benefits for them, the organisations and the public
 */
@Embeddable
@NeededBy("the assessment (step 2, purposes)")
public record Purposes(
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String purpose,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String effect,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String benefits) {}
