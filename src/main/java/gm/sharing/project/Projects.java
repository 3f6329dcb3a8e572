package gm.sharing.project;

import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.code.CodesInForce;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Successions;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sharing projects from proposal to their end. Every method that changes a project records an event and refuses what
 * the rules of sharing or the project's status forbid. Moving to where the project already is does nothing.
 */
@Service
@Transactional
public class Projects {

    private static final Words EVENTS = Words.in("project/events");

    private final SharingProjects projects;
    private final Directory directory;
    private final Successions successions;
    private final AuditTrail trail;
    private final CodesInForce codes;
    private final Clock clock;

    Projects(
            SharingProjects projects,
            Directory directory,
            Successions successions,
            AuditTrail trail,
            CodesInForce codes,
            Clock clock) {
        this.successions = successions;
        this.projects = projects;
        this.directory = directory;
        this.trail = trail;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Puts a new project on record.
     *
     * @param lead must be a project lead who belongs to an organisation that can sign
     */
    public ProjectReference propose(Proposal proposal, Person lead) {
        if (!lead.holdsInOwnRight(Role.PROJECT_LEAD)) {
            throw new Refused(
                    lead.holds(Role.PROJECT_LEAD)
                            ? "Whoever proposes a project leads it, so a deputy proposes none. Ask an administrator to"
                                    + " make you a project lead."
                            : "Only project leads propose sharing projects. Ask an administrator to make you one.");
        }
        Organisation organisation = directory.get(lead.organisation()
                .orElseThrow(() -> new Refused("A project lead must belong to an organisation. Ask an administrator to"
                        + " add you to yours.")));
        successions.mustBeThere(organisation);
        if (!organisation.isLegalEntity()) {
            throw new Refused(
                    ("%s is a partnership and cannot sign. Propose the project for your own organisation; you can"
                                    + " say later that it is on behalf of the partnership.")
                            .formatted(organisation.name()));
        }
        var reference =
                new ProjectReference("SJ-%d-%04d".formatted(LocalDate.now(clock).getYear(), projects.nextNumber()));
        projects.save(new SharingProject(reference, proposal, lead, organisation.code(), clock.instant()));
        record(
                reference,
                lead.id(),
                "proposed",
                EVENTS.text("proposed", Map.of("title", proposal.title(), "organisation", organisation.name())));
        return reference;
    }

    @Transactional(readOnly = true)
    public Optional<SharingProject> find(ProjectReference reference) {
        return projects.findById(reference.value());
    }

    /**
     * The project with this reference.
     *
     * @throws Refused when there is none
     */
    @Transactional(readOnly = true)
    public SharingProject get(ProjectReference reference) {
        return find(reference).orElseThrow(() -> none(reference));
    }

    /**
     * What the project is called and who leads it.
     *
     * @throws Refused when there is no such project
     */
    @Transactional(readOnly = true)
    public Headline headline(ProjectReference reference) {
        return projects.findHeadline(reference.value()).orElseThrow(() -> none(reference));
    }

    private static Refused none(ProjectReference reference) {
        return new Refused("There is no sharing project " + reference + ".");
    }

    /** The part that the organisation has in the project; empty when it is no partner. */
    @Transactional(readOnly = true)
    public Optional<Partner> partner(ProjectReference reference, OrganisationCode organisation) {
        return projects.findPartner(reference.value(), organisation);
    }

    /** As {@link SharingProject#confidentialCare}, without reading the whole project. */
    @Transactional(readOnly = true)
    public boolean confidentialCare(ProjectReference reference, OrganisationCode organisation) {
        return projects.findFlowsOfConfidentialCare(reference.value()).stream()
                .anyMatch(flow -> flow.involves(organisation));
    }

    /** As {@link SharingProject#givesConfidentialCare}, without reading the whole project. */
    @Transactional(readOnly = true)
    public boolean givesConfidentialCare(ProjectReference reference, OrganisationCode organisation) {
        return projects.findFlowsOfConfidentialCare(reference.value()).stream()
                .anyMatch(flow -> flow.from().contains(organisation));
    }

    public void describeNeeds(ProjectReference reference, Needs needs, Person by) {
        SharingProject project = ledBy(reference, by);
        OrganisationCode partnership = needs.onBehalfOf();
        if (partnership != null
                && directory.partnershipsOf(project.leadOrganisation()).stream()
                        .noneMatch(known -> known.code().equals(partnership))) {
            throw new Refused("%s is not a partnership that %s belongs to."
                    .formatted(directory.nameOf(partnership), directory.nameOf(project.leadOrganisation())));
        }
        project.describeNeeds(needs);
        record(reference, by.id(), "needs-described", EVENTS.text("needs-described"));
    }

    public void namePartners(ProjectReference reference, PartnerList partners, Person by) {
        SharingProject project = ledBy(reference, by);
        List<Partner> before = project.partners();
        project.namePartners(partners, new PartnerRules(directory::get, successions::instead));
        record(
                reference,
                by.id(),
                "partners-named",
                EVENTS.text(
                        "partners-named", Map.of("number", project.partners().size())));
        project.rememberThoseWhoLeft(before, clock.instant());
    }

    /** Also sets each partner's part to what the flows say. */
    public void describeFlows(ProjectReference reference, FlowList flows, Person by) {
        SharingProject project = ledBy(reference, by);
        List<Partner> before = project.partners();
        project.describeFlows(flows, flowRules(), LocalDate.now(clock));
        int count = project.flows().size();
        record(
                reference,
                by.id(),
                "flows-described",
                EVENTS.text(
                        "flows-described",
                        Map.of(
                                "flows",
                                count == 1 ? EVENTS.text("one-flow") : EVENTS.text("flows", Map.of("number", count)),
                                "partners",
                                project.partners().size())));
        project.rememberThoseWhoLeft(before, clock.instant());
    }

    /** With this the project is described in full. */
    public void agreeArrangements(ProjectReference reference, Arrangements arrangements, Person by) {
        SharingProject project = ledBy(reference, by);
        project.agreeArrangements(arrangements, LocalDate.now(clock));
        record(reference, by.id(), "arrangements-agreed", EVENTS.text("arrangements-agreed"));
        move(project, ProjectStatus.DESCRIBED, "described", by.id(), "described");
    }

    public void assessmentStarted(ProjectReference reference) {
        move(get(reference), ProjectStatus.IN_DPIA, "assessed", Event.SYSTEM, "in-dpia");
    }

    public void drafted(ProjectReference reference) {
        move(get(reference), ProjectStatus.DRAFTED, "drafted", Event.SYSTEM, "drafted");
    }

    public void sentForSignOff(ProjectReference reference) {
        move(get(reference), ProjectStatus.IN_SIGN_OFF, "sent for sign-off", Event.SYSTEM, "in-sign-off");
    }

    public void sentBackToLead(ProjectReference reference) {
        move(get(reference), ProjectStatus.IN_REVISION, "sent back to its lead", Event.SYSTEM, "in-revision");
    }

    /** The lead takes the project up for revision, whoever sent it back. */
    public void revise(ProjectReference reference, RevisionPlan plan, Person by) {
        SharingProject project = ledBy(reference, by);
        project.revise(new Revision(plan.revise(), plan.response(), By.of(by, clock.instant())));
        record(
                reference,
                by.id(),
                "revised",
                EVENTS.text("revised", Map.of("what", plan.revise().label())));
    }

    public void referredToBoard(ProjectReference reference) {
        move(get(reference), ProjectStatus.WITH_BOARD, "referred to the Information Board", Event.SYSTEM, "with-board");
    }

    /**
     * The Information Board approves a rule of sign-off that is weaker than all, or sends it back.
     *
     * @param reasons told to the lead and kept
     */
    public void decideSignOffRule(ProjectReference reference, boolean approved, String reasons, Person by) {
        SharingProject project = get(reference);
        project.decideSignOffRule(approved, reasons, by, clock.instant());
        record(
                reference,
                by.id(),
                "sign-off-rule-decided",
                EVENTS.text(
                        approved ? "rule-approved" : "rule-not-approved",
                        Map.of("rule", project.signOffRule().words(directory::nameOf), "reasons", reasons)));
    }

    /** Whether the project can go on without these: enough of the others stay, and each takes part in a flow. */
    @Transactional(readOnly = true)
    public boolean canGoOnWithout(ProjectReference reference, Collection<OrganisationCode> leaving) {
        return get(reference).canGoOnWithout(leaving, flowRules());
    }

    /** Goes on without these partners; their flows end. Nothing happens to those that are no partners. */
    public void leaveOut(ProjectReference reference, Collection<OrganisationCode> leaving) {
        SharingProject project = get(reference);
        List<Partner> before = project.partners();
        project.leaveOut(leaving, flowRules())
                .forEach(organisation -> record(
                        reference,
                        Event.SYSTEM,
                        "partner-left-out",
                        EVENTS.text("partner-left-out", Map.of("partner", directory.nameOf(organisation)))));
        project.rememberThoseWhoLeft(before, clock.instant());
    }

    public void published(ProjectReference reference) {
        move(get(reference), ProjectStatus.PUBLISHED, "published", Event.SYSTEM, "published");
    }

    /** @param type of the event, and the key of what the record says */
    private void move(SharingProject project, ProjectStatus status, String action, String who, String type) {
        if (project.become(status, action)) {
            record(project.reference(), who, type, EVENTS.text(type));
        }
    }

    /**
     * The project with this reference, for its lead to change it.
     *
     * @throws Refused when the person does not act as its lead
     */
    @Transactional(readOnly = true)
    public SharingProject ledBy(ProjectReference reference, Person person) {
        SharingProject project = get(reference);
        if (!project.isLedBy(person)) {
            throw new Refused("Only the project lead, or another project lead of %s, may do this."
                    .formatted(directory.nameOf(project.leadOrganisation())));
        }
        return project;
    }

    /** The projects that have not ended and in which the organisation takes part or that it leads. */
    @Transactional(readOnly = true)
    public List<ProjectSummary> running(OrganisationCode organisation) {
        return projects.findRunning(organisation);
    }

    private FlowRules flowRules() {
        return new FlowRules(directory::get, new Law(codes.now()));
    }

    private void record(ProjectReference reference, String who, String type, String what) {
        trail.record(reference.value(), who, "project." + type, what);
    }
}
