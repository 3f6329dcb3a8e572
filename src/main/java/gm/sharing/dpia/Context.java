package gm.sharing.dpia;

import gm.sharing.NeededBy;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Step 2 of the assessment: the circumstances of the people concerned. The answers of the form dpia-context.
 *
 * @param relationship what the organisations are to them
 * @param control how much control they have
 * @param expectation whether they would expect this use
 * @param vulnerable children and other vulnerable groups among them
 * @param concerns known about this kind of processing or its security
 * @param technology its state, and what is new in this use of it
 * @param publicConcern matters of public concern that count here
 * @param codes approved codes of conduct or certification schemes
 */
@Embeddable
@NeededBy("the assessment (step 2, context)")
public record Context(
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String relationship,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String control,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String expectation,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String vulnerable,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String concerns,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String technology,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String publicConcern,
        @Nullable @Size(max = Texts.LONG) @Column(columnDefinition = "text") String codes) {}
