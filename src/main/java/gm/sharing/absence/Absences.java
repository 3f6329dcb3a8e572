package gm.sharing.absence;

import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.RetriedOnConflict;
import gm.sharing.audit.AuditTrail;
import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.notification.Waiting;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Separation;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People say when they are away and who is their deputy meanwhile; administrators say it for others. */
@Service
@Transactional
public class Absences {

    /** Under which events of absences are kept: they belong to no project. */
    static final String EVENTS = "absence";

    private static final Words WORDS = Words.in("absence/notices");

    private final StoredAbsences absences;
    private final People people;
    private final AuditTrail events;
    private final Notices notices;
    private final ApplicationEventPublisher others;
    private final Clock clock;

    Absences(
            StoredAbsences absences,
            People people,
            AuditTrail events,
            Notices notices,
            ApplicationEventPublisher others,
            Clock clock) {
        this.absences = absences;
        this.people = people;
        this.events = events;
        this.notices = notices;
        this.others = others;
        this.clock = clock;
    }

    /** Whether somebody may see and note when that person is away. */
    public static boolean mayNote(Person by, String person) {
        return by.id().equals(person) || by.holds(Role.ADMINISTRATOR);
    }

    /** When the person is away today or later, the earliest first. */
    @Transactional(readOnly = true)
    public List<Absence> of(Person person) {
        return absences.findByPersonFrom(person.id(), today());
    }

    /** When the person is somebody's deputy today or later, the earliest first. */
    @Transactional(readOnly = true)
    public List<Absence> deputyIn(Person person) {
        return absences.findByDeputyFrom(person.id(), today());
    }

    /** The colleagues who may stand in for the person: those in the person's organisation, by name; none for somebody without an organisation. */
    @Transactional(readOnly = true)
    public List<Person> colleagues(Person person) {
        return person.organisation().map(Role.MEMBER::groupOf).map(people::in).orElse(List.of()).stream()
                .filter(colleague -> !colleague.id().equals(person.id()))
                .filter(colleague -> Separation.mayStandIn(colleague, person))
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .toList();
    }

    /**
     * Notes that somebody is away on these days, and tells the deputy.
     *
     * @param person the id of the person who is away
     * @param deputy the id of a colleague in the same organisation
     * @throws Refused when somebody else notes it who is no administrator, or when the days or the deputy will not do
     */
    @RetriedOnConflict
    public Absence note(String person, String deputy, LocalDate firstDay, LocalDate lastDay, Person by) {
        mustBeAllowed(by, person);
        Person away = known(person, "There is nobody with this name to sign in.");
        Person colleague = known(deputy, "Deputy: choose somebody from the list.");
        Absence absence = new Absence(away, colleague, firstDay, lastDay, today());
        if (absences.findByPersonFrom(person, firstDay).stream().anyMatch(other -> other.overlaps(firstDay, lastDay))) {
            throw Refused.of("firstDay", "these days overlap with an absence that is already noted.");
        }
        if (absences.findByPersonFrom(deputy, firstDay).stream().anyMatch(other -> other.overlaps(firstDay, lastDay))) {
            throw Refused.of(
                    "deputy", "%s is away then, too. Choose somebody who is there.".formatted(colleague.name()));
        }
        Absence noted = absences.saveAndFlush(absence);
        others.publishEvent(new AbsenceChanged());
        String days = WORDS.text("days", Map.of("first", Dates.weekday(firstDay), "last", Dates.weekday(lastDay)));
        Map<String, String> values = Map.of("person", away.name(), "deputy", colleague.name(), "days", days);
        record(noted, by, "absence.noted", WORDS.text("event-noted", values));
        tell(
                noted,
                "noted",
                WORDS.text("noted-subject", values),
                WORDS.text("noted", values)
                        + (away.holdsInOwnRight(Role.PROJECT_LEAD)
                                ? "\n\n" + WORDS.text("noted-for-lead", values)
                                : ""));
        absences.findByDeputyFrom(person, firstDay).stream()
                .filter(other -> other.overlaps(firstDay, lastDay))
                .forEach(other -> tellThatTheDeputyIsAway(other, noted, days));
        return noted;
    }

    /** Whoever relied on the deputy knows who takes the place, and may name somebody else. */
    private void tellThatTheDeputyIsAway(Absence without, Absence deputys, String days) {
        notices.tell(
                new Notice(
                        "absence:%d:without:%d"
                                .formatted(
                                        without.id().orElseThrow(), deputys.id().orElseThrow()),
                        "",
                        WORDS.text("without-subject", Map.of("person", deputys.personName())),
                        WORDS.text("without", Map.of("person", deputys.personName(), "days", days)),
                        "/absence",
                        Waiting.by(WORDS.text("goes-out"))),
                List.of(new Recipient.Individual(without.person())));
    }

    /**
     * Ends an absence before its last day: the deputy has no part in it from now on, and is told.
     *
     * @throws Refused when somebody else ends it who is no administrator, or when it has ended
     */
    @RetriedOnConflict
    public void end(long id, Person by) {
        Absence absence = absences.findById(id)
                .filter(found -> mayNote(by, found.person()))
                .orElseThrow(() -> new Refused("There is no such absence of yours."));
        absence.end(clock.instant(), today());
        Map<String, String> values = Map.of("person", absence.personName(), "deputy", absence.deputyName());
        absences.saveAndFlush(absence);
        others.publishEvent(new AbsenceChanged());
        record(absence, by, "absence.ended", WORDS.text("event-ended", values));
        tell(absence, "ended", WORDS.text("ended-subject", values), WORDS.text("ended", values));
    }

    private static void mustBeAllowed(Person by, String person) {
        if (!mayNote(by, person)) {
            throw new Refused("You can say when you are away yourself, and only an administrator when others are.");
        }
    }

    private Person known(String person, String otherwise) {
        return people.find(person).orElseThrow(() -> new Refused(otherwise));
    }

    private void tell(Absence absence, String what, String subject, String text) {
        notices.tell(
                new Notice(
                        "absence:%d:%s".formatted(absence.id().orElseThrow(), what),
                        "",
                        subject,
                        text,
                        "/absence",
                        Waiting.by(WORDS.text("goes-out"))),
                List.of(new Recipient.Individual(absence.deputy())));
    }

    private void record(Absence absence, Person by, String type, String what) {
        OrganisationCode organisation = absence.organisation();
        events.record(EVENTS, by.id(), type, what, organisation);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
