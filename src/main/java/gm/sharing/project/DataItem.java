package gm.sharing.project;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A kind of information that is shared, for example "Date of birth".
 *
 * @param kind how sensitive it is, in the words of the form's list
 */
@Embeddable
public record DataItem(@NotBlank @Size(max = 500) String name, @NotBlank @Size(max = 100) String kind) {

    private static final String SPECIAL = "Special category";

    /** Whether the item needs a condition of Article 9 of UK GDPR. */
    public boolean specialCategory() {
        return kind.startsWith(SPECIAL);
    }
}
