package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaStatus;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Partner;
import gm.sharing.project.PartyRole;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens rounds: a version of the agreement goes to those whom the plan asks, and the others' signatures stand. */
@Service
@Transactional
public class RoundOpening {

    private static final Words EVENTS = Words.in("sign-off/events");

    private final StoredRounds rounds;
    private final StoredSignOffs signOffs;
    private final Rounds earlier;
    private final Projects projects;
    private final Dpias dpias;
    private final Directory directory;
    private final AuditTrail events;
    private final Clock clock;

    RoundOpening(
            StoredRounds rounds,
            StoredSignOffs signOffs,
            Rounds earlier,
            Projects projects,
            Dpias dpias,
            Directory directory,
            AuditTrail events,
            Clock clock) {
        this.rounds = rounds;
        this.signOffs = signOffs;
        this.earlier = earlier;
        this.projects = projects;
        this.dpias = dpias;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens the next round. An earlier round that is still open is closed: only one version is current. Where the project's
     * assessment is approved, partners take a position on it; where a partner relies on an appropriate policy document,
     * it names its own.
     *
     * @param due when a partner's decision is due
     * @return the round's number, from 1
     * @throws Refused when the lead organisation or a partner is no legal entity
     */
    public int open(
            ProjectReference reference,
            String agreedVersion,
            String digest,
            Function<OrganisationCode, Instant> due,
            RoundPlan plan) {
        Map<OrganisationCode, Instant> dues =
                plan.partners().stream().collect(Collectors.toMap(Function.identity(), due));
        var project = projects.get(reference);
        mustBeAbleToSign(project);
        earlier.end(reference);
        var number = rounds.findByProjectOrderByNumber(reference.value()).size() + 1;
        var round = rounds.save(new Round(
                reference,
                number,
                agreedVersion,
                digest,
                clock.instant(),
                dues.values().stream().max(Comparator.naturalOrder()).orElse(clock.instant()),
                project.signOffRule(),
                plan.standing()));
        var approved = dpias.find(reference)
                .map(Dpia::status)
                .filter(DpiaStatus.APPROVED::equals)
                .isPresent();
        events.record(
                reference.value(),
                Event.SYSTEM,
                "round.opened",
                EVENTS.text(
                        "round-opened",
                        Map.of(
                                "number",
                                number,
                                "version",
                                agreedVersion,
                                "partners",
                                names(plan.partners()),
                                "rule",
                                project.signOffRuleNow().words(directory::nameOf))));
        plan.asked().forEach(asked -> {
            signOffs.saveAndFlush(new SignOff(
                    round,
                    asked,
                    Objects.requireNonNull(dues.get(asked.partner())),
                    questions(project, asked.partner(), approved)));
            if (number > 1) {
                record(round, asked.partner(), "signoff.asked", "asked", asked.because());
            }
        });
        plan.standing()
                .forEach(standing -> record(round, standing.partner(), "signoff.stands", "stands", standing.because()));
        return number;
    }

    /** They were when they were named; the directory may know better since. */
    private void mustBeAbleToSign(SharingProject project) {
        Stream.concat(
                        Stream.of(project.leadOrganisation()),
                        project.partners().stream().map(Partner::organisation))
                .map(directory::get)
                .filter(organisation -> !organisation.isLegalEntity())
                .findFirst()
                .ifPresent(partnership -> {
                    throw new Refused(
                            "%s is not a legal entity and cannot sign. Revise the project and name its members instead."
                                    .formatted(partnership.name()));
                });
    }

    /**
     * Every controller answers for its own processing, so a processor is not asked for a position. The lead
     * organisation's own position is its approval of the assessment.
     */
    static AskedBesides questions(SharingProject project, OrganisationCode partner, boolean approved) {
        var controller = project.partner(partner)
                .filter(asked -> asked.role() != PartyRole.PROCESSOR)
                .isPresent();
        return new AskedBesides(
                approved && controller && !partner.equals(project.leadOrganisation()),
                !project.flowsOnPolicyDocument(partner).isEmpty());
    }

    private void record(Round round, OrganisationCode partner, String type, String key, String because) {
        events.record(
                round.reference().value(),
                Event.SYSTEM,
                type,
                EVENTS.text(
                        key,
                        Map.of(
                                "partner", directory.nameOf(partner),
                                "version", round.agreedVersion(),
                                "reason", because)),
                partner);
    }

    private String names(Collection<OrganisationCode> partners) {
        return partners.isEmpty()
                ? EVENTS.text("nobody")
                : partners.stream().map(directory::nameOf).sorted().collect(Collectors.joining(", "));
    }
}
