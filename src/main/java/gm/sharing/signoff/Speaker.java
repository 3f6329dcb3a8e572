package gm.sharing.signoff;

import gm.sharing.organisation.By;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.Person;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who spoke for a partner, when and in what capacity.
 *
 * @param role in which a signatory signed, as they call it
 */
@Embeddable
public record Speaker(
        @AttributeOverride(name = "name", column = @Column(name = "person_name"))
                @AttributeOverride(name = "at", column = @Column(name = "given_at"))
                By by,
        @Column(name = "person_role") @Nullable String role,
        ActedAs actedAs) {

    static Speaker of(Person person, Capacity capacity, Instant now) {
        return new Speaker(By.of(person, now), null, ActedAs.of(capacity));
    }

    /** Signs in this role. */
    Speaker signingAs(String signing) {
        return new Speaker(by, signing, actedAs);
    }

    Speaker as(ActedAs capacity) {
        return new Speaker(by, role, capacity);
    }
}
