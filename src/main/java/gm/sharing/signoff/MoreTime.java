package gm.sharing.signoff;

import gm.sharing.Dates;
import gm.sharing.Reason;
import gm.sharing.Refused;
import gm.sharing.organisation.By;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * More time that a partner was given to decide, and by whom.
 *
 * @param until the last day that the partner has
 */
@Embeddable
public record MoreTime(
        LocalDate until,
        @Column(columnDefinition = "text") String reason,
        @AttributeOverride(name = "name", column = @Column(name = "person_name"))
                @AttributeOverride(name = "at", column = @Column(name = "given_at"))
                By by) {

    /** @param due the day on which the decision is due now */
    static MoreTime of(@Nullable LocalDate until, @Nullable String reason, By by, LocalDate today, LocalDate due) {
        var after = due.isAfter(today) ? due : today;
        if (until == null) {
            throw Refused.of("day", "say until when the partner has time.");
        }
        if (!until.isAfter(after)) {
            throw Refused.of(
                    "day",
                    "give a day after %s%s."
                            .formatted(Dates.day(after), after.equals(due) ? ", when the decision is due now" : ""));
        }
        if (until.isAfter(today.plusYears(1))) {
            throw Refused.of("day", "give a day within a year.");
        }
        var given = Reason.given(reason, "say why the partner gets more time.");
        return new MoreTime(until, given, by);
    }
}
