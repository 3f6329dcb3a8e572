package gm.sharing.organisation;

import gm.sharing.Dates;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, and when.
 *
 * @param person the id they sign in with
 * @param name as it was then, with the name of whoever was away and whose deputy they were
 */
@Embeddable
public record By(String person, String name, Instant at) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK);
    private static final String DEPUTY = ", deputy of ";

    public static By of(Person person, Instant at) {
        return new By(person.id(), person.name(), at);
    }

    /** The same by somebody who stood in for another: both names belong to what was said. */
    public By insteadOf(@Nullable String away) {
        return away == null ? this : new By(person, name + DEPUTY + away, at);
    }

    /** Whether it was said in the place of somebody who was away. */
    public boolean isByDeputy() {
        return name.contains(DEPUTY);
    }

    public LocalDate on() {
        return Dates.on(at);
    }

    /** Day and time of day in London, for people: "4 May 2026 at 10:00". */
    public String moment() {
        return MOMENT.format(at.atZone(Dates.LONDON));
    }
}
