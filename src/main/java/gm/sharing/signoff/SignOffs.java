package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Partner;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what partners decided, round by round. */
@Service
@Transactional(readOnly = true)
public class SignOffs {

    private final StoredSignOffs signOffs;
    private final SignOffLedger ledger;
    private final Projects projects;

    SignOffs(StoredSignOffs signOffs, SignOffLedger ledger, Projects projects) {
        this.signOffs = signOffs;
        this.ledger = ledger;
        this.projects = projects;
    }

    /**
     * What one partner decides in a round.
     *
     * @throws Refused when the partner was not asked in this round
     */
    public SignOff get(SignOffId id) {
        return ledger.get(id);
    }

    /** Every sign-off of the project, by round and partner. */
    public List<SignOff> of(ProjectReference reference) {
        return signOffs.findByProjectOrderByRoundAscPartnerAsc(reference.value());
    }

    /** How far the latest round of each of these projects is, in one statement; a project that was not sent is absent. */
    public Map<ProjectReference, SignaturesSoFar> soFar(Collection<ProjectReference> projects) {
        return projects.isEmpty()
                ? Map.of()
                : signOffs
                        .findSaidInLatestRounds(
                                projects.stream().map(ProjectReference::value).toList())
                        .stream()
                        .collect(Collectors.groupingBy(
                                said -> new ProjectReference(said.project()),
                                Collectors.collectingAndThen(Collectors.toList(), SignaturesSoFar::of)));
    }

    /**
     * The latest decision of each partner that the project has now, over all rounds, by partner. A partner that never
     * decided is absent.
     */
    public List<SignOff> standing(ProjectReference reference) {
        return latest(reference, signOff -> signOff.decision().isPresent());
    }

    /**
     * The sign-offs in which partners of now dissent from the lead organisation's assessment, by partner. A dissent stands
     * until the partner reviews a later version.
     */
    public List<SignOff> dissents(ProjectReference reference) {
        return reviewed(reference)
                .filter(signOff -> signOff.said().reviews().dissent())
                .toList();
    }

    /** The position of each partner of now on the lead organisation's assessment, as it took it last. */
    public Map<OrganisationCode, Position> positions(ProjectReference reference) {
        Map<OrganisationCode, Position> positions = new TreeMap<>();
        reviewed(reference).forEach(signOff -> signOff.said()
                .reviews()
                .position()
                .ifPresent(position -> positions.put(signOff.partner(), position)));
        return positions;
    }

    private Stream<SignOff> reviewed(ProjectReference reference) {
        return latest(reference, signOff -> signOff.said().at(Step.REVIEW).isPresent()).stream();
    }

    /** The latest of these for each partner that the project has now, by partner. */
    private List<SignOff> latest(ProjectReference reference, Predicate<SignOff> which) {
        var partners = projects.get(reference).partners().stream()
                .map(Partner::organisation)
                .collect(Collectors.toSet());
        Map<OrganisationCode, SignOff> latest = new TreeMap<>();
        of(reference).stream()
                .filter(which.and(signOff -> partners.contains(signOff.partner())))
                .forEach(signOff -> latest.put(signOff.partner(), signOff));
        return List.copyOf(latest.values());
    }

    /** What the partner was asked last before this round; empty when this is its first. */
    public Optional<SignOff> askedBefore(SignOffId id) {
        return ofPartner(id.reference(), id.partner())
                .filter(signOff -> signOff.round() < id.round())
                .reduce((earlier, later) -> later);
    }

    /** What the partner has to decide now; empty when nothing waits for it. */
    public Optional<SignOff> waitingFor(ProjectReference reference, OrganisationCode partner) {
        return ofPartner(reference, partner).filter(SignOff::isOpen).findFirst();
    }

    /** What the partner signed last before this round; empty when it signed nothing. */
    public Optional<SignOff> signedBefore(SignOffId id) {
        return ofPartner(id.reference(), id.partner())
                .filter(signOff -> signOff.round() < id.round() && signOff.isSigned())
                .reduce((earlier, later) -> later);
    }

    /**
     * What the partner signed last before this round by a signatory of its own who was nobody's deputy, so that others may compare with it. Empty when
     * none did, or the partner said anything else when it was asked last.
     */
    public Optional<SignOff> signedBySignatoryBefore(SignOffId id) {
        return askedBefore(id).filter(SignOff::isSigned).flatMap(last -> ofPartner(id.reference(), id.partner())
                .filter(signOff -> signOff.round() < id.round() && signOff.isSigned())
                .filter(SignOffs::byItsSignatory)
                .reduce((earlier, later) -> later));
    }

    private static boolean byItsSignatory(SignOff signed) {
        return signed.decisive()
                .map(said -> said.speaker().actedAs())
                .filter(actedAs ->
                        actedAs.mandate() == null && actedAs.organisation() == null && actedAs.deputyFor() == null)
                .isPresent();
    }

    /** What this partner was asked in all rounds, oldest first; nothing of the others is read. */
    private Stream<SignOff> ofPartner(ProjectReference reference, OrganisationCode partner) {
        return signOffs.findByProjectAndPartnerOrderByRound(reference.value(), partner).stream();
    }
}
