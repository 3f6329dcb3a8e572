package gm.sharing.organisation;

import gm.sharing.Refused;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an organisation is registered.
 *
 * @param icoRegistration its number in the register of fee payers of the Information Commissioner's Office
 * @param icoExpiry the last day of that registration
 * @param registeredNumber its number as a company or charity
 */
@Embeddable
public record Registration(
        @Nullable String icoRegistration, @Nullable LocalDate icoExpiry, @Nullable String registeredNumber) {

    /** @throws Refused when a day is given on which nothing ends */
    void mustFit() {
        if (icoExpiry != null && icoRegistration == null) {
            throw Refused.of("ico-number", "give the number as well, or leave out the day on which it expires.");
        }
    }

    /** Nothing is known. */
    public static final Registration NONE = new Registration(null, null, null);
}
