package gm.sharing.dpia;

import gm.sharing.NeededBy;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Step 4 of the assessment: whether the processing is necessary and proportionate. The answers of the form
 * dpia-necessity.
 *
 * @param lawfulBasis for each flow
 * @param achieves whether the processing achieves the purpose
 * @param otherWay whether there is another way to the same outcome
 * @param functionCreep how it is kept from growing beyond its purpose
 * @param quality how the information is kept right and no more than needed
 * @param informing what individuals are told
 * @param rights how they can use their rights
 * @param processorsComply how processors are kept to their instructions
 * @param transfers how transfers abroad are safeguarded
 */
@Embeddable
@NeededBy("the assessment (step 4)")
public record Necessity(
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String lawfulBasis,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String achieves,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String otherWay,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String functionCreep,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String quality,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String informing,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String rights,
        @Nullable @Size(max = Texts.LONG) @Column(columnDefinition = "text") String processorsComply,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String transfers) {}
