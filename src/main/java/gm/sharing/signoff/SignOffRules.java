package gm.sharing.signoff;

import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Holds rounds to the rule of sign-off: whose signature the agreement needs, and whom it goes on without. */
@Service
@Transactional
public class SignOffRules {

    private static final Words EVENTS = Words.in("sign-off/events");

    private final StoredRounds rounds;
    private final StoredSignOffs signOffs;
    private final Projects projects;
    private final Directory directory;
    private final AuditTrail events;
    private final Clock clock;

    SignOffRules(
            StoredRounds rounds,
            StoredSignOffs signOffs,
            Projects projects,
            Directory directory,
            AuditTrail events,
            Clock clock) {
        this.rounds = rounds;
        this.signOffs = signOffs;
        this.projects = projects;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whether the agreement needs the partner's signature as things stand: the rule asks for it, or the project cannot go
     * on without the partner.
     */
    @Transactional(readOnly = true)
    public boolean needs(SignOffId id) {
        var project = projects.get(id.reference());
        return round(id).rule().needs(id.partner(), signed(project), project.leadOrganisation())
                || !projects.canGoOnWithout(id.reference(), List.of(id.partner()));
    }

    /**
     * Closes the sign-off of a partner that the rule does not need, and takes the partner out of the project. Nothing
     * happens when it has decided meanwhile.
     *
     * @throws IllegalStateException when the agreement needs the partner's signature
     */
    public void goOnWithout(SignOffId id) {
        var signOff = signOffs.findByProjectAndRoundAndPartner(id.reference().value(), id.round(), id.partner())
                .orElseThrow(() -> new IllegalStateException(id + " was never opened"));
        if (!signOff.isOpen()) {
            return;
        }
        if (needs(id)) {
            throw new IllegalStateException("The agreement needs the signature of " + id.partner());
        }
        signOff.goOnWithout(clock.instant());
        signOffs.saveAndFlush(signOff);
        events.record(
                id.reference().value(),
                Event.SYSTEM,
                "signoff.not-needed",
                EVENTS.text(
                        "not-needed",
                        Map.of(
                                "partner", directory.nameOf(id.partner()),
                                "version", signOff.agreedVersion(),
                                "rule", round(id).rule().words(directory::nameOf))),
                id.partner());
        projects.leaveOut(id.reference(), List.of(id.partner()));
    }

    /** Those among the partners of a round that did not sign and without whom the agreement can go on. */
    Set<OrganisationCode> unneeded(Round round, Collection<SignOff> asked) {
        var project = projects.get(round.reference());
        var signed = signed(project);
        Set<OrganisationCode> unneeded = new TreeSet<>();
        asked.stream()
                .filter(signOff -> !signOff.isSigned())
                .map(SignOff::partner)
                .filter(partner -> !round.rule().needs(partner, signed, project.leadOrganisation()))
                .forEach(partner -> {
                    unneeded.add(partner);
                    if (!projects.canGoOnWithout(round.reference(), unneeded)) {
                        unneeded.remove(partner);
                    }
                });
        return unneeded;
    }

    /** The partners of now whose latest answer is a signature that was not withdrawn. */
    private Set<OrganisationCode> signed(SharingProject project) {
        Map<OrganisationCode, SignOff> latest = new HashMap<>();
        signOffs.findByProjectOrderByRoundAscPartnerAsc(project.reference().value())
                .forEach(signOff -> latest.put(signOff.partner(), signOff));
        return latest.values().stream()
                .filter(SignOff::isSigned)
                .map(SignOff::partner)
                .filter(partner -> project.partner(partner).isPresent())
                .collect(Collectors.toSet());
    }

    private Round round(SignOffId id) {
        return rounds.findByProjectAndNumber(id.reference().value(), id.round())
                .orElseThrow(() -> new IllegalStateException(id + " was never opened"));
    }
}
