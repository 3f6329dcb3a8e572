package gm.sharing.dpia;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Steps 1 and 2 of the assessment: the need, and the processing by its nature, scope, context and purposes. The answers
 * of the form dpia-describe.
 *
 * @param contact who answers questions about this assessment
 * @param aims what the project wants to achieve
 * @param processing the kind of processing it involves
 * @param whyNeeded why an assessment is made
 * @param handling how the information is collected, used, stored and deleted
 * @param sources where it comes from
 * @param sharing with whom it is shared
 * @param highRisk kinds of processing that are likely to be of high risk
 * @param informationKind its nature; whether special category or criminal offence data are among it
 * @param amount how much and how often
 * @param kept for how long
 * @param individuals how many people it is about, and who they are
 * @param area which area they live in
 * @param relationship what the organisations are to them
 * @param control how much control they have
 * @param expectation whether they would expect this use
 * @param vulnerable children and other vulnerable groups among them
 * @param concerns known about this kind of processing or its security
 * @param technology its state, and what is new in this use of it
 * @param publicConcern matters of public concern that count here
 * @param codes approved codes of conduct or certification schemes
 * @param purpose what the processing is for
 * @param effect intended, on the individuals
 * @param benefits for them, the organisations and the public
 */
@Embeddable
public record Description(
        @NotBlank @Size(max = 500) String contact,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String aims,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String processing,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String whyNeeded,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String handling,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String sources,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String sharing,
        @Nullable @Size(max = Texts.LONG) @Column(columnDefinition = "text") String highRisk,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String informationKind,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String amount,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String kept,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String individuals,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String area,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String relationship,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String control,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String expectation,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String vulnerable,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String concerns,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String technology,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String publicConcern,
        @Nullable @Size(max = Texts.LONG) @Column(columnDefinition = "text") String codes,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String purpose,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String effect,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String benefits) {}
