package gm.sharing.directory;

import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.RetriedOnConflict;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.Consent;
import gm.sharing.organisation.ConsentChanged;
import gm.sharing.organisation.Contacts;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Officers;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationAdded;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.OrganisationEnded;
import gm.sharing.organisation.OrganisationRenamed;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Registration;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Succession;
import gm.sharing.organisation.Successions;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Administrators add and change organisations; each change is an event with who acted. */
@Service
@Transactional
class OrganisationChanges {

    static final String EVENTS = Directory.EVENTS;

    private static final Words WORDS = Words.in("directory/events");
    private static final Words ROWS = Words.in("directory/rows");

    private final Directory directory;
    private final Successions successions;
    private final Consents consents;
    private final AuditTrail trail;
    private final ApplicationEventPublisher others;
    private final Clock clock;

    OrganisationChanges(
            Directory directory,
            Successions successions,
            Consents consents,
            AuditTrail trail,
            ApplicationEventPublisher others,
            Clock clock) {
        this.directory = directory;
        this.successions = successions;
        this.consents = consents;
        this.trail = trail;
        this.others = others;
        this.clock = clock;
    }

    /** Whether the person changes this part of what is said of the organisation. */
    static boolean mayChange(Person by, OrganisationCode organisation, Part part) {
        return part.isForTheService() ? by.holds(Role.ADMINISTRATOR) : by.administers(organisation);
    }

    /**
     * Changes one part.
     *
     * @param seen the organisation's version when the page was shown
     * @throws Refused when something typed will not do, or when somebody else changed the organisation since
     * @throws AccessDeniedException when this is not for the person to change
     */
    @RetriedOnConflict
    void change(OrganisationCode code, Part part, Map<String, List<String>> typed, long seen, Person by) {
        if (!mayChange(by, code, part)) {
            throw new AccessDeniedException(by.id() + " does not change this of " + code);
        }
        Organisation organisation = directory.get(code);
        if (organisation.version() != seen) {
            throw new ChangedSince();
        }
        Given given = Given.of(part.facts(), typed);
        String name = organisation.name();
        Consent consent = Consent.of(organisation).orElse(null);
        boolean there = organisation.succession().isEmpty();
        String what = differences(organisation, part, () -> apply(organisation, part, given));
        if (what.isEmpty()) {
            return;
        }
        Consent now = Consent.of(organisation).orElse(null);
        boolean consents = !Objects.equals(consent, now);
        recordChanged(code, consents ? what + " " + words(now) : what, by);
        if (consents) {
            others.publishEvent(new ConsentChanged(code, consent, now));
        }
        if (!name.equals(organisation.name())) {
            others.publishEvent(new OrganisationRenamed(code));
        }
        organisation
                .succession()
                .filter(ended -> there)
                .ifPresent(ended -> others.publishEvent(new OrganisationEnded(code, ended.to())));
    }

    private String words(@Nullable Consent consent) {
        return consent == null
                ? WORDS.text("consent-ended")
                : WORDS.text("consent-to", Map.of("to", consent.receivers(directory.nameOf(consent.to()))));
    }

    /** Changes one part, without an event. */
    void apply(Organisation organisation, Part part, Given given) {
        switch (part) {
            case NAMES -> rename(organisation, given);
            case STANDING -> {
                mustBeThere(part.facts(), given, fact -> fact.of(organisation));
                organisation.stand(
                        given.sector(),
                        given.organisations(Fact.MEMBERS),
                        given.organisation(Fact.HOST).orElse(null),
                        given.organisation(Fact.ACTED_FOR_BY).orElse(null));
                directory.mustFit(organisation);
            }
            case CONSENT -> consents.apply(organisation, given);
            case SUCCESSION -> end(organisation, given);
            case REGISTRATION ->
                organisation.register(new Registration(
                        given.text(Fact.ICO_NUMBER), given.day(Fact.ICO_EXPIRY), given.text(Fact.REGISTERED_NUMBER)));
            case CONTACTS -> organisation.reach(contacts(given));
            case OFFICERS ->
                organisation.appoint(new Officers(
                        given.text(Fact.DPO_NAME),
                        given.text(Fact.DPO_EMAIL),
                        given.text(Fact.IAO_NAME),
                        given.text(Fact.IAO_EMAIL),
                        given.text(Fact.CALDICOTT_NAME),
                        given.text(Fact.CALDICOTT_EMAIL),
                        given.ticked(Fact.CALDICOTT_NONE),
                        given.text(Fact.CALDICOTT_NONE_WHY),
                        given.text(Fact.DELEGATION)));
        }
    }

    private void rename(Organisation organisation, Given given) {
        LocalDate today = LocalDate.now(clock);
        LocalDate since = Objects.requireNonNullElse(given.day(Fact.SINCE), today);
        if (since.isAfter(today)) {
            throw Refused.of(Fact.SINCE.key(), "give today or an earlier day. Save a new name when it begins.");
        }
        directory.mustBeFree(given.required(Fact.NAME), organisation.code());
        organisation.rename(given.required(Fact.NAME), given.text(Fact.LEGAL_NAME), since);
    }

    private void end(Organisation organisation, Given given) {
        LocalDate since = given.day(Fact.SUCCEEDED_ON);
        OrganisationCode successor = given.organisation(Fact.SUCCESSOR).orElse(null);
        if (since == null || successor == null) {
            throw Refused.of(
                    since == null ? Fact.SUCCEEDED_ON.key() : Fact.SUCCESSOR.key(), ROWS.text("day-and-successor"));
        }
        if (since.isAfter(LocalDate.now(clock))) {
            throw Refused.of(Fact.SUCCEEDED_ON.key(), ROWS.text("not-later"));
        }
        mustBeThere(Part.SUCCESSION.facts(), given, fact -> fact.of(organisation));
        successions.end(organisation, new Succession(since, successor, given.organisations(Fact.ALSO_SUCCEEDED_BY)));
    }

    /**
     * Who is part of another organisation cannot be named any more. Whoever named it before keeps it, so that the rest can
     * be changed.
     */
    private void mustBeThere(Collection<Fact> asked, Given given, Function<Fact, String> before) {
        List<Complaint> complaints = asked.stream()
                .filter(fact -> fact.kind().namesOrganisations())
                .flatMap(fact -> given.organisations(fact).stream()
                        .filter(code -> Fact.Kind.codesIn(before.apply(fact)).noneMatch(code.value()::equals))
                        .flatMap(code -> directory.find(code).stream())
                        .flatMap(named -> successions.instead(named).stream())
                        .map(instead -> Complaint.of(fact.key(), instead)))
                .toList();
        if (!complaints.isEmpty()) {
            throw new Refused(complaints);
        }
    }

    private static Contacts contacts(Given given) {
        return new Contacts(
                given.text(Fact.EMAIL),
                given.text(Fact.ADDRESS),
                given.text(Fact.RIGHTS),
                given.text(Fact.COMPLAINTS),
                given.text(Fact.BREACHES));
    }

    /**
     * Adds an organisation, with the groups of its roles, on every node at once.
     *
     * @throws Refused when something typed will not do, or the directory cannot take it
     * @throws AccessDeniedException when the person is no administrator of the service
     */
    @RetriedOnConflict
    OrganisationCode add(Map<String, List<String>> typed, Person by) {
        if (!by.holds(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Only administrators of the service add organisations");
        }
        Given given = Given.of(Part.TO_ADD, typed);
        OrganisationCode code = new OrganisationCode(given.required(Fact.CODE));
        if (directory.find(code).isPresent()) {
            throw Refused.of(Fact.CODE.key(), "another organisation has this code. Choose another one.");
        }
        directory.mustBeNew(given.required(Fact.NAME), code);
        Organisation organisation = made(code, given);
        directory.add(organisation);
        recordAdded(organisation, by);
        others.publishEvent(new OrganisationAdded(code));
        return code;
    }

    void recordChanged(OrganisationCode code, String what, Person by) {
        trail.record(EVENTS, by.id(), "organisation.changed", what, code);
    }

    void recordAdded(Organisation organisation, Person by) {
        trail.record(
                EVENTS,
                by.id(),
                "organisation.added",
                WORDS.text(
                        "added",
                        Map.of(
                                "name",
                                organisation.name(),
                                "code",
                                organisation.code().value())),
                organisation.code());
    }

    /** An organisation of what is asked of a new one, not yet in the directory. */
    Organisation made(OrganisationCode code, Given given) {
        mustBeThere(Part.TO_ADD, given, fact -> "");
        List<OrganisationCode> members = given.organisations(Fact.MEMBERS);
        Organisation organisation = members.isEmpty()
                ? Organisation.legalEntity(code, given.required(Fact.NAME), given.sector())
                : Organisation.partnership(code, given.required(Fact.NAME), given.sector(), members);
        organisation.rename(given.required(Fact.NAME), given.text(Fact.LEGAL_NAME), LocalDate.now(clock));
        organisation.stand(
                given.sector(),
                members,
                given.organisation(Fact.HOST).orElse(null),
                given.organisation(Fact.ACTED_FOR_BY).orElse(null));
        organisation.reach(contacts(given));
        return organisation;
    }

    /** What happened to an organisation, the latest first. */
    @Transactional(readOnly = true)
    List<Event> events(OrganisationCode organisation) {
        return trail.latest(EVENTS, organisation, 50);
    }

    /** What a change of one part changes, as people read it; empty for nothing. */
    String differences(Organisation organisation, Part part, Runnable change) {
        Map<Fact, String> before = values(organisation, part);
        change.run();
        return Differences.between(part.facts(), before, values(organisation, part), this::plain);
    }

    /** Organisations by the names that they have today, which stay in the event. */
    private String plain(Asked fact, String value) {
        if (fact.kind() != Fact.Kind.ORGANISATION && fact.kind() != Fact.Kind.ORGANISATIONS) {
            return Differences.plain(fact, value);
        }
        List<OrganisationCode> codes =
                Fact.Kind.codesIn(value).map(OrganisationCode::new).toList();
        Map<OrganisationCode, String> names = directory.namesOf(codes);
        return codes.stream()
                .map(code -> names.getOrDefault(code, code.value()))
                .collect(Collectors.joining(", "));
    }

    private static Map<Fact, String> values(Organisation organisation, Part part) {
        return part.facts().stream().collect(Collectors.toMap(fact -> fact, fact -> fact.of(organisation)));
    }
}
