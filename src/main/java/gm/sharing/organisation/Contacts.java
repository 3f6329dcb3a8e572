package gm.sharing.organisation;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Where an organisation is reached. A contact is an email address, a telephone number or the address of a form.
 *
 * @param email of the information governance team
 * @param address by post
 * @param rightsContact for people who use their rights
 * @param complaintsContact for complaints (Data Protection Act 2018, section 164A)
 * @param breachContact for partners who tell of a personal data breach
 */
@Embeddable
public record Contacts(
        @Nullable String email,
        @Nullable String address,
        @Nullable String rightsContact,
        @Nullable String complaintsContact,
        @Nullable String breachContact) {

    /** Nothing is known. */
    public static final Contacts NONE = new Contacts(null, null, null, null, null);
}
