package gm.sharing.signoff;

import gm.sharing.Reason;
import gm.sharing.Refused;
import gm.sharing.RetriedOnConflict;
import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets partners withdraw signatures until the agreement is being published. */
@Service
@Transactional
public class SignatureWithdrawals {

    private static final Words EVENTS = Words.in("sign-off/events");

    private final StoredRounds rounds;
    private final StoredSignOffs signOffs;
    private final Projects projects;
    private final Directory directory;
    private final FourEyesRule fourEyes;
    private final SignatureJourney journey;
    private final AuditTrail events;
    private final Clock clock;

    SignatureWithdrawals(
            StoredRounds rounds,
            StoredSignOffs signOffs,
            Projects projects,
            Directory directory,
            FourEyesRule fourEyes,
            SignatureJourney journey,
            AuditTrail events,
            Clock clock) {
        this.rounds = rounds;
        this.signOffs = signOffs;
        this.projects = projects;
        this.directory = directory;
        this.fourEyes = fourEyes;
        this.journey = journey;
        this.events = events;
        this.clock = clock;
    }

    /** The signatures that the person may withdraw today: one for each partner for which they may sign. */
    @Transactional(readOnly = true)
    public List<SignOff> openTo(Person person, ProjectReference reference) {
        if (isSettled(reference)) {
            return List.of();
        }
        return person.organisations().stream()
                .filter(partner -> fourEyes.lets(person, Role.SIGNATORY, partner, reference))
                .flatMap(partner ->
                        lastAsked(signOffs.findByProjectOrderByRoundAscPartnerAsc(reference.value()), partner).stream())
                .filter(SignOff::isSigned)
                .toList();
    }

    /**
     * A signatory of the partner withdraws its signature. It counts no more; the lead answers the reason like a comment,
     * and the partner is asked again in the next round.
     *
     * @throws Refused when the partner has not signed, the agreement is being published, the project has ended, or the
     *     person may not sign for the partner
     */
    @RetriedOnConflict
    public void withdraw(ProjectReference reference, OrganisationCode partner, String reason, Person by) {
        var given = Reason.given(reason, "say why the signature is withdrawn.");
        var all = signOffs.findLockedByProjectOrderByRoundAscPartnerAsc(reference.value());
        if (projects.get(reference).status().isEnd()) {
            throw new Refused("The project has ended, so no signature can be withdrawn any more.");
        }
        if (isBeingPublished(reference)) {
            throw new Refused(
                    "Everybody has signed and the agreement is being published, so nobody can withdraw a signature."
                            + " Speak to the project lead about leaving it.");
        }
        var signOff = lastAsked(all, partner)
                .orElseThrow(() -> new Refused("Your organisation has not been asked to sign this agreement."));
        signOff.withdrawSignature(given, by, fourEyes.of(signOff.id()), clock.instant());
        signOffs.saveAndFlush(signOff);
        events.record(
                reference.value(),
                by.id(),
                "signoff.signature-withdrawn",
                EVENTS.text(
                        "signature-withdrawn",
                        Map.of(
                                "partner", directory.nameOf(partner),
                                "version", signOff.agreedVersion(),
                                "reason", given)),
                partner);
        journey.withdrawn(signOff.id());
    }

    private boolean isSettled(ProjectReference reference) {
        return projects.get(reference).status().isEnd() || isBeingPublished(reference);
    }

    private boolean isBeingPublished(ProjectReference reference) {
        return rounds.findByProjectOrderByNumber(reference.value()).stream()
                .reduce((earlier, later) -> later)
                .flatMap(Round::outcome)
                .filter(RoundOutcome.ALL_SIGNED::equals)
                .isPresent();
    }

    private static Optional<SignOff> lastAsked(List<SignOff> all, OrganisationCode partner) {
        return all.stream().filter(signOff -> signOff.partner().equals(partner)).reduce((earlier, later) -> later);
    }
}
