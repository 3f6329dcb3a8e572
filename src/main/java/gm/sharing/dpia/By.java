package gm.sharing.dpia;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Who did something, and when.
 *
 * @param person the id they sign in with
 * @param name as it was then
 */
@Embeddable
public record By(String person, String name, Instant at) {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    public LocalDate on() {
        return at.atZone(LONDON).toLocalDate();
    }
}
