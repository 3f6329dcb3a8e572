package gm.sharing.notification;

import gm.sharing.Dates;
import gm.sharing.RetriedOnConflict;
import gm.sharing.deadline.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who chose to get one letter each working day, and when it goes out. */
@Service
@Transactional
class DailyLetters {

    private final JdbcClient jdbc;
    private final HeldNotices held;
    private final Sending sending;
    private final WorkingDays workingDays;
    private final NotificationSettings settings;
    private final Clock clock;

    DailyLetters(
            JdbcClient jdbc,
            HeldNotices held,
            Sending sending,
            WorkingDays workingDays,
            NotificationSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.held = held;
        this.sending = sending;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
    }

    /** At which time of day it goes out. */
    LocalTime at() {
        return settings.dailyAt();
    }

    /** When the next one goes out that is not on its way at that moment: at that time in London on a working day. */
    Instant next(Instant now) {
        ZonedDateTime here = now.atZone(Dates.LONDON);
        var day = here.toLocalTime().isBefore(at())
                ? here.toLocalDate()
                : here.toLocalDate().plusDays(1);
        return workingDays.from(day, 0).atTime(at()).atZone(Dates.LONDON).toInstant();
    }

    @Transactional(readOnly = true)
    boolean isChosenBy(String person) {
        return !choosers(List.of(person)).isEmpty();
    }

    /** Those among these people who chose it. */
    @Transactional(readOnly = true)
    Set<String> choosers(Collection<String> people) {
        return people.isEmpty()
                ? Set.of()
                : jdbc.sql("select person from daily_letter where person in (:people)")
                        .param("people", people)
                        .query(String.class)
                        .set();
    }

    @RetriedOnConflict
    void choose(String person) {
        jdbc.sql("insert into daily_letter (person, since) select :person, :now"
                        + " where not exists (select 1 from daily_letter where person = :person)")
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** From now on the person is told of each thing as it comes; what waits goes out at once. */
    @RetriedOnConflict
    void end(String person) {
        jdbc.sql("delete from daily_letter where person = ?").param(person).update();
        Instant now = clock.instant();
        sending.sooner(held.letGo(person, now), now);
    }
}
