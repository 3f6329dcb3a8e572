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

    /** Whether it is about people who can be identified, pseudonyms included. */
    public boolean personal() {
        return !kind.startsWith("Not personal data");
    }

    /** Whether the item needs a condition of Article 9 of UK GDPR. */
    public boolean specialCategory() {
        return kind.startsWith(SPECIAL);
    }

    /** Whether the item falls under Article 10 of UK GDPR. */
    public boolean criminalOffence() {
        return kind.startsWith("Criminal offence");
    }

    public boolean genetic() {
        return kind.startsWith(SPECIAL + ": genetic");
    }

    public boolean biometric() {
        return kind.startsWith(SPECIAL + ": biometric");
    }

    /** Whether it tells where people are or were. */
    public boolean location() {
        return kind.startsWith("Personal data: location");
    }

    /** Whether it is no special category and yet very private, as the guidelines WP248 say: the form names why. */
    public boolean highlyPersonal() {
        return kind.startsWith("Personal data:");
    }
}
