package gm.sharing.deadline;

import gm.sharing.Dates;
import gm.sharing.PlainText;
import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.RetriedOnConflict;
import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bank holidays by royal proclamation (Banking and Financial Dealings Act 1971, section 1(3)), which administrators add when
 * they are announced. Those of every year need not be added.
 */
@Service
@Transactional
public class BankHolidays {

    /** Under which events of bank holidays are kept: they belong to no project. */
    static final String EVENTS = "bank-holiday";

    private static final Words WORDS = Words.in("deadline/bank-holidays");

    private final StoredBankHolidays stored;
    private final WorkingDays workingDays;
    private final RunningDeadlines running;
    private final AuditTrail events;
    private final Clock clock;

    BankHolidays(
            StoredBankHolidays stored,
            WorkingDays workingDays,
            RunningDeadlines running,
            AuditTrail events,
            Clock clock) {
        this.stored = stored;
        this.workingDays = workingDays;
        this.running = running;
        this.events = events;
        this.clock = clock;
    }

    static boolean mayChange(Person by) {
        return by.holds(Role.ADMINISTRATOR);
    }

    /** Those from today on, the earliest first. */
    @Transactional(readOnly = true)
    public List<BankHoliday> coming() {
        return stored.findByDayGreaterThanEqualOrderByDay(today());
    }

    /** What it is for; empty for a day that nobody proclaimed. */
    @Transactional(readOnly = true)
    public String name(LocalDate day) {
        return stored.findById(day).map(BankHoliday::name).orElse("");
    }

    /** Whether deadlines still wait to be moved because of that day. */
    @Transactional(readOnly = true)
    public boolean isBeingDone(LocalDate day) {
        return running.areWaiting(day);
    }

    /**
     * Adds a day. New deadlines pass over it at once; those that run are moved after it.
     *
     * @throws Refused for anybody but administrators, and when the day is none after today on which people would be at work
     */
    @RetriedOnConflict
    public BankHoliday add(@Nullable LocalDate day, @Nullable String name, Person by) {
        mustBeAllowed(by);
        List<Complaint> complaints = new ArrayList<>();
        String wrongDay = wrongDay(day);
        if (wrongDay != null) {
            complaints.add(Complaint.of("day", wrongDay));
        }
        String what = "";
        try {
            what = PlainText.of(name == null ? "" : name, false);
            if (what.isEmpty() || what.length() > BankHoliday.LONGEST_NAME) {
                complaints.add(Complaint.of(
                        "name",
                        "say what the day is for, in at most %d characters.".formatted(BankHoliday.LONGEST_NAME)));
            }
        } catch (Refused unkept) {
            complaints.add(Complaint.of("name", String.valueOf(unkept.getMessage())));
        }
        if (day == null || !complaints.isEmpty()) {
            throw new Refused(complaints);
        }
        BankHoliday added = stored.saveAndFlush(new BankHoliday(day, what, By.of(by, clock.instant())));
        running.writeDown(day);
        record(by, "bank-holiday.added", "event-added", day, what);
        return added;
    }

    private @Nullable String wrongDay(@Nullable LocalDate day) {
        LocalDate today = today();
        if (day == null) {
            return "give a day, a month and a year, such as 27 3 2027.";
        }
        if (!day.isAfter(today) || day.isAfter(today.plusYears(BankHoliday.YEARS_AHEAD))) {
            return "give a day after today, within %d years.".formatted(BankHoliday.YEARS_AHEAD);
        }
        return workingDays.from(day, 0).equals(day)
                ? null
                : "nobody works on %s anyway. Give a working day.".formatted(Dates.weekday(day));
    }

    /**
     * Takes back a day that was added by mistake. Deadlines that were moved because of it keep their later day: nobody has
     * less time than they were told.
     *
     * @throws Refused for anybody but administrators, and for a day that has come
     */
    @RetriedOnConflict
    public void takeBack(LocalDate day, Person by) {
        mustBeAllowed(by);
        var added = stored.findById(day).orElseThrow(() -> new Refused("This day was taken back already."));
        if (!day.isAfter(today())) {
            throw new Refused("%s has come and stays a bank holiday.".formatted(Dates.weekday(day)));
        }
        stored.delete(added);
        record(by, "bank-holiday.taken-back", "event-taken-back", day, added.name());
    }

    private void record(Person by, String type, String text, LocalDate day, String name) {
        events.record(EVENTS, by.id(), type, WORDS.text(text, Map.of("day", Dates.weekday(day), "name", name)));
    }

    private static void mustBeAllowed(Person by) {
        if (!mayChange(by)) {
            throw new Refused("Only administrators change bank holidays.");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
