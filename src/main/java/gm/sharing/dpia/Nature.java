package gm.sharing.dpia;

import gm.sharing.NeededBy;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Step 2 of the assessment: what is done with the information. The answers of the form dpia-nature.
 *
 * @param handling how the information is collected, used, stored and deleted
 * @param sources where it comes from
 * @param sharing with whom it is shared
 * @param highRisk kinds of processing that are likely to be of high risk
 */
@Embeddable
@NeededBy("the assessment (step 2, nature)")
public record Nature(
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String handling,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String sources,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String sharing,
        @Nullable @Size(max = Texts.LONG) @Column(columnDefinition = "text") String highRisk) {}
