package gm.sharing.mandate;

import gm.sharing.Dates;
import gm.sharing.Refused;
import gm.sharing.RetriedOnConflict;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.code.CodesInForce;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.wording.Words;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signatories give mandates and end them; mandates end by themselves when they run out or their giver signs no more. */
@Service
@Transactional
public class Mandates {

    private static final Words EVENTS = Words.in("mandate/events");

    private final StoredMandates mandates;
    private final CodesInForce codes;
    private final Directory directory;
    private final People people;
    private final AuditTrail trail;
    private final EntityManager entities;
    private final ApplicationEventPublisher others;
    private final Clock clock;

    Mandates(
            StoredMandates mandates,
            CodesInForce codes,
            Directory directory,
            People people,
            AuditTrail trail,
            EntityManager entities,
            ApplicationEventPublisher others,
            Clock clock) {
        this.mandates = mandates;
        this.codes = codes;
        this.directory = directory;
        this.people = people;
        this.trail = trail;
        this.entities = entities;
        this.others = others;
        this.clock = clock;
    }

    /** The page on which an organisation's mandates are given, seen and ended. */
    public static String page(OrganisationCode organisation) {
        return "/organisations/" + organisation + "/mandates";
    }

    /** All that were ever given for an organisation, the latest first. */
    @Transactional(readOnly = true)
    List<Mandate> of(OrganisationCode organisation) {
        return mandates.findByOrganisationOrderByIdDesc(organisation);
    }

    /** Those that count at this moment, whatever of them is on record already, the one that lasts longest first. */
    @Transactional(readOnly = true)
    public List<Mandate> inForce(OrganisationCode organisation) {
        LocalDate today = LocalDate.now(clock);
        return mandates.findByOrganisationAndEndedBecauseIsNullOrderByLastDayDescIdDesc(organisation).stream()
                .filter(mandate -> mandate.isInForce(today))
                .filter(mandate -> ending(mandate, today).isEmpty())
                .toList();
    }

    /** One of them that covers all these kinds of change, as the table lists them today; the one that lasts longest. */
    @Transactional(readOnly = true)
    public Optional<Mandate> covering(Collection<Mandate> inForce, Set<String> changed) {
        return changed.isEmpty() || !MandateKinds.now(codes).has(changed)
                ? Optional.empty()
                : inForce.stream().filter(mandate -> mandate.covers(changed)).findFirst();
    }

    /**
     * A signatory of the organisation gives a mandate.
     *
     * @throws Refused when it is somebody else, with everything that is missing or cannot be, or when the organisation has
     *     ended or another one acts for it
     */
    Mandate give(OrganisationCode code, Offer offer, Person by) {
        Organisation organisation = directory.get(code);
        if (organisation.actedForBy() != null || organisation.succession().isPresent()) {
            throw new Refused(Words.in("mandate/rules").text("acted-for"));
        }
        MandateKinds allowed = MandateKinds.now(codes);
        Instant now = clock.instant();
        Mandate given = mandates.saveAndFlush(new Mandate(code, offer, allowed, by, LocalDate.now(clock), now));
        record(
                given,
                by.id(),
                "mandate.given",
                EVENTS.text(
                        "given",
                        Map.of(
                                "giver", by.name(),
                                "post", given.giverPost(),
                                "kinds", words(given),
                                "first", Dates.day(given.firstDay()),
                                "last", Dates.day(given.lastDay()))));
        return given;
    }

    /**
     * Ends a mandate before its last day.
     *
     * @throws Refused when there is none with this number, it is over, or the person may not end it
     */
    @RetriedOnConflict
    void revoke(OrganisationCode organisation, long id, Person by) {
        Mandate mandate = mandates.findByIdAndOrganisation(id, organisation)
                .orElseThrow(() -> new Refused(Words.in("mandate/rules").text("over")));
        mandate.revoke(by, clock.instant());
        ended(mandate, by.id(), EVENTS.text("revoked", told(mandate)));
    }

    /** Puts on record which mandates are over although nobody ended them. */
    public void endThoseOver() {
        LocalDate today = LocalDate.now(clock);
        mandates.findByEndedBecauseIsNullOrderById()
                .forEach(mandate -> ending(mandate, today).ifPresent(because -> {
                    mandate.end(because, new By(Event.SYSTEM, Event.SYSTEM, clock.instant()));
                    ended(mandate, Event.SYSTEM, EVENTS.text("ended", told(mandate, because)));
                }));
    }

    /**
     * Lets nobody end a mandate until the transaction at hand is done, so that what is decided under it and how it ended stand in
     * the record in their order.
     *
     * @return whether it is in force at this moment, after whoever was ending it
     */
    public boolean holds(Mandate mandate) {
        LocalDate today = LocalDate.now(clock);
        Mandate now = entities.getReference(Mandate.class, mandate.id());
        entities.refresh(now, LockModeType.PESSIMISTIC_WRITE);
        return now.isInForce(today) && ending(now, today).isEmpty();
    }

    /**
     * Puts on record that an officer decided for the organisation under a mandate.
     *
     * @param version of the agreement
     * @param outcome what was decided, in words
     */
    public void used(Mandate mandate, String project, String version, String outcome, Person by) {
        record(
                mandate,
                by.id(),
                "mandate.used",
                EVENTS.text(
                        "used",
                        Map.of(
                                "officer",
                                by.name(),
                                "giver",
                                mandate.giver().name(),
                                "day",
                                Dates.day(mandate.giver().on()),
                                "project",
                                project,
                                "version",
                                version,
                                "outcome",
                                outcome)));
    }

    private void ended(Mandate mandate, String who, String what) {
        mandates.saveAndFlush(mandate);
        record(mandate, who, "mandate.ended", what);
        others.publishEvent(new MandateEnded(mandate.organisation()));
    }

    /** Why it is over although nobody ended it; empty when it is not. */
    private Optional<Ending> ending(Mandate mandate, LocalDate today) {
        if (mandate.hasRunOut(today)) {
            return Optional.of(Ending.RAN_OUT);
        }
        Organisation organisation = directory.get(mandate.organisation());
        if (organisation.succession().isPresent()) {
            return Optional.of(Ending.ORGANISATION_ENDED);
        }
        return people.find(mandate.giver().person())
                        .filter(giver -> Mandate.mayGive(giver, mandate.organisation()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Ending.GIVER_LEFT);
    }

    /** What its kinds of change are called today, in one sentence. */
    @Transactional(readOnly = true)
    public String words(Mandate mandate) {
        return String.join("; ", MandateKinds.now(codes).labels(mandate.kinds()));
    }

    private Map<String, Object> told(Mandate mandate) {
        return Map.of(
                "giver",
                mandate.giver().name(),
                "day",
                Dates.day(mandate.giver().on()),
                "kinds",
                words(mandate));
    }

    private Map<String, Object> told(Mandate mandate, Ending because) {
        return Map.of(
                "giver", mandate.giver().name(),
                "day", Dates.day(mandate.giver().on()),
                "kinds", words(mandate),
                "because", because.label());
    }

    private void record(Mandate mandate, String who, String type, String what) {
        trail.record(Directory.EVENTS, who, type, what, mandate.organisation());
    }
}
