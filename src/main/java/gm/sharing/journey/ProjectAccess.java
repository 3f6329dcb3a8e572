package gm.sharing.journey;

import gm.sharing.agreement.AgreementContent;
import gm.sharing.audit.Event;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.SharingProject;
import gm.sharing.standing.StandingConditions;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may see what of a project: its lead and the lead organisation, the partners once it was sent to them, the
 * Information Board and administrators. What belongs to one partner's review is that partner's, the lead organisation's
 * and the Board's. Whoever acts for an organisation sees what its people see. A partner that left looks back on the project as it stood then.
 */
record ProjectAccess(SharingProject project, Person person) {

    boolean maySee() {
        return leads() || oversees() || !partners().isEmpty();
    }

    /** Whether the project may be read as it stood when the person's organisation left it, and no further. */
    boolean mayLookBack() {
        return !maySee() && leftAt() != null;
    }

    /** When the person's organisation left the project, or null when the person sees the project as it is. */
    @Nullable Instant leftAt() {
        return maySee()
                ? null
                : person.organisations().stream()
                        .flatMap(organisation -> project.leftAt(organisation).stream())
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    /** Whether what happened then is the person's to know. */
    boolean knowsOf(Instant then) {
        Instant left = leftAt();
        return left == null || !then.isAfter(left);
    }

    /** Whether drafts that were not sent to the partners may be read. */
    boolean maySeeDrafts() {
        return leads() || oversees();
    }

    /**
     * Whether notes, conditions and decisions of a review may be read.
     *
     * @param organisation whose review it is, or null for what concerns everybody in the project
     */
    boolean maySeeReviewOf(@Nullable OrganisationCode organisation) {
        return organisation == null
                || maySeeEveryReview()
                || partners().contains(organisation)
                || (mayLookBack() && belongsTo(organisation));
    }

    /** Whether {@link #maySeeReviewOf} holds of every partner. */
    boolean maySeeEveryReview() {
        return leads() || person.holds(Role.INFORMATION_BOARD);
    }

    /** Whether an event is the person's to read: what an organisation keeps to itself is its own people's alone. */
    boolean maySee(Event event) {
        return knowsOf(event.at()) && maySee(event.type(), event.forWhom());
    }

    /** The same of all events of a type that concern an organisation, or everybody, and happened in time. */
    boolean maySee(String type, @Nullable OrganisationCode forWhom) {
        return maySeeReviewOf(forWhom)
                && (!type.equals(StandingConditions.KEPT) || (forWhom != null && belongsTo(forWhom)));
    }

    /** The organisations of the person that take part in the project, or did until they left. */
    Set<OrganisationCode> own() {
        return person.organisations().stream()
                .filter(organisation -> partners().contains(organisation)
                        || (mayLookBack() && project.leftAt(organisation).isPresent()))
                .collect(Collectors.toSet());
    }

    /** Whether the person belongs to, or acts for, a party of the agreement as this version has it. */
    boolean isPartyTo(AgreementContent version) {
        return version.sections("partner").stream()
                .map(party -> new OrganisationCode(party.item()))
                .anyMatch(this::belongsTo);
    }

    /** The Board stops a project at any time before publication; not somebody who leads it. */
    boolean mayStop() {
        return person.holds(Role.INFORMATION_BOARD)
                && !project.lead().equals(person.id())
                && !project.status().isEnd();
    }

    /** What process owners let people begin on it beside what it goes through itself. */
    boolean mayStartProcesses() {
        return maySee() && !project.status().isGivenUp();
    }

    boolean mayWithdraw() {
        return project.isLedBy(person) && !project.status().isEnd();
    }

    /** Only to partners that have not decided yet. */
    boolean mayGiveMoreTime() {
        return !project.status().isEnd() && (project.isLedBy(person) || person.holds(Role.INFORMATION_BOARD));
    }

    private boolean leads() {
        return project.lead().equals(person.id())
                || belongsTo(project.leadOrganisation())
                || belongsTo(project.runBy());
    }

    private boolean oversees() {
        return person.seesEveryProject();
    }

    /**
     * The partners that the person belongs to or acts for; before it was sent to the partners there are none.
     */
    private Set<OrganisationCode> partners() {
        return project.sentToPartners()
                ? person.organisations().stream()
                        .filter(organisation -> project.partner(organisation).isPresent())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private boolean belongsTo(OrganisationCode organisation) {
        return person.organisations().contains(organisation);
    }
}
