package gm.sharing.dpia;

import gm.sharing.NeededBy;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Step 2 of the assessment: how far the processing reaches. The answers of the form dpia-scope.
 *
 * @param informationKind its nature; whether special category or criminal offence data are among it
 * @param amount how much and how often
 * @param kept for how long
 * @param individuals how many people it is about, and who they are
 * @param area which area they live in
 */
@Embeddable
@NeededBy("the assessment (step 2, scope)")
public record Scope(
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String informationKind,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String amount,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String kept,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String individuals,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String area) {}
