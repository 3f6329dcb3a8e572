package gm.sharing.signoff;

import gm.sharing.Texts;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A comment on a section of the agreement: a row of the forms in which partners decide.
 *
 * @param section the key of the section, for example {@code purpose}; {@link #WHOLE} when it is about no section in
 *     particular. Comments of before hold what the section was called
 */
@Embeddable
public record Comment(
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String section,
        @NotBlank @Size(max = Texts.LONG) @Column(columnDefinition = "text") String text) {

    /** Stands for the section of a comment that is about all of it. */
    public static final String WHOLE = "agreement";
}
