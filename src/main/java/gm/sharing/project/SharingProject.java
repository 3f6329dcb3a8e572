package gm.sharing.project;

import gm.sharing.Refused;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Separation;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/**
 * A project to share information between organisations: what for, what, between whom, on which basis and how. It is
 * always read whole; only {@link Projects} changes it.
 */
@Entity
@Table(name = "project")
public class SharingProject {

    @Id
    private String reference;

    @Version
    private long version;

    @Embedded
    private Leadership leadership;

    private Instant proposedAt;

    @Embedded
    private ProjectProgress progress = new ProjectProgress();

    @Embedded
    private Proposal proposal;

    @Embedded
    private DescribedNeeds needs = new DescribedNeeds();

    @Embedded
    private PartnersAndFlows sharing = new PartnersAndFlows();

    @Embedded
    private AgreedArrangements agreed = new AgreedArrangements();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "project_revision", joinColumns = @JoinColumn(name = "project"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<Revision> revisions = new ArrayList<>();

    protected SharingProject() {}

    SharingProject(
            ProjectReference reference,
            Proposal proposal,
            Person lead,
            OrganisationCode leadOrganisation,
            Instant proposedAt) {
        proposal.mustSayWhyItIsUrgent();
        this.reference = reference.value();
        this.proposal = proposal;
        this.leadership = new Leadership(lead, leadOrganisation);
        this.proposedAt = proposedAt;
    }

    public ProjectReference reference() {
        return new ProjectReference(reference);
    }

    public String title() {
        return proposal.title();
    }

    /** The id of the person who proposed the project. */
    public String lead() {
        return leadership.lead();
    }

    /** The lead's own organisation: a legal entity. */
    public OrganisationCode leadOrganisation() {
        return leadership.leadOrganisation();
    }

    /** Whose project leads lead it today: the lead organisation's, or those of the one of which that is part now. */
    public OrganisationCode runBy() {
        return leadership.runBy();
    }

    void runBy(OrganisationCode successor) {
        leadership.runBy(successor);
    }

    /** The partnership for which the lead organisation proposed the project, or null. */
    public @Nullable OrganisationCode onBehalfOf() {
        return needs.onBehalfOf();
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public ProjectStatus status() {
        return progress.status();
    }

    /** Whether an agreement was ever sent to the partners; before, they do not see the project. */
    public boolean sentToPartners() {
        return progress.sentToPartners();
    }

    /** Why the project was withdrawn or stopped, or null. */
    public @Nullable String endReason() {
        return progress.endReason();
    }

    public Proposal proposal() {
        return proposal;
    }

    /** Empty until they were described. */
    public Optional<Needs> needs() {
        return needs.needs();
    }

    /** In the order in which they were named; empty until they were named. */
    public List<Partner> partners() {
        return sharing.partners();
    }

    public Optional<Partner> partner(OrganisationCode organisation) {
        return sharing.partner(organisation);
    }

    /** When the organisation left the project, after it was sent to it; empty for partners and for strangers. */
    public Optional<Instant> leftAt(OrganisationCode organisation) {
        return sharing.leftAt(organisation);
    }

    /** Partners as they were named, for naming them again; empty until they were named. */
    public Optional<PartnerList> partnerList() {
        return sharing.partnerList();
    }

    /** In the order in which they were described; empty until they were described. */
    public List<Flow> flows() {
        return sharing.flows();
    }

    /** Empty until they were agreed. */
    public Optional<Arrangements> arrangements() {
        return agreed.arrangements();
    }

    /** Whose signatures the agreement needs. */
    public SignOffRule signOffRule() {
        return agreed.signOffRule();
    }

    /** The same among those who are partners now. */
    public SignOffRule signOffRuleNow() {
        return signOffRule().among(sharing.organisations());
    }

    /** Whether the Information Board has to approve the rule of sign-off before the agreement is sent out. */
    public boolean signOffRuleAwaitsApproval() {
        return agreed.awaitsApproval(sharing.organisations());
    }

    /** What the Information Board said last to a rule that is weaker than all; empty when it was not asked. */
    public Optional<RuleDecision> lastRuleDecision() {
        return agreed.lastDecision();
    }

    void decideSignOffRule(boolean approved, String reasons, Person by, Instant now) {
        Separation.mustNotLead(by.id().equals(lead()));
        if (status() != ProjectStatus.WITH_BOARD) {
            throw AgreedArrangements.notAwaited();
        }
        agreed.decide(sharing.organisations(), approved, reasons, by, now);
    }

    /** Whether the project can go on without these: enough of the others stay, and each takes part in a flow. */
    boolean canGoOnWithout(Collection<OrganisationCode> leaving, FlowRules rules) {
        return sharing.canGoOnWithout(leaving, leadOrganisation(), rules);
    }

    /** How the lead answered requested changes, oldest first. */
    public List<Revision> revisions() {
        return List.copyOf(revisions);
    }

    /** Whether the person may act as this project's lead: the lead or a project lead of the same organisation. */
    public boolean isLedBy(Person person) {
        return leadership.includes(person);
    }

    /** Gives the project to another project lead of the organisation that leads it, and says who led it before. */
    String handTo(Person to) {
        if (status() == ProjectStatus.WITHDRAWN || status() == ProjectStatus.STOPPED) {
            throw new Refused("The project has ended, so nobody takes it over any more.");
        }
        return leadership.passTo(to);
    }

    /** Whether confidential information about health or adult social care goes to or from the partner. */
    public boolean confidentialCare(OrganisationCode organisation) {
        return sharing.confidentialCare(organisation);
    }

    /** Whether the partner gives such information to others: its Caldicott Guardian then decides about the disclosure. */
    public boolean givesConfidentialCare(OrganisationCode organisation) {
        return sharing.givesConfidentialCare(organisation);
    }

    /**
     * The flows in which the partner, as a controller, relies on an appropriate policy document (Data Protection Act 2018,
     * section 42 and Schedule 1, Part 4). A processor acts under its controller's.
     */
    public List<Flow> flowsOnPolicyDocument(OrganisationCode organisation) {
        return sharing.flowsOnPolicyDocument(organisation);
    }

    void describeNeeds(Needs described) {
        progress.mustBeOpenForChange(reference());
        needs.describe(described);
    }

    void namePartners(PartnerList list, PartnerRules rules) {
        progress.mustBeOpenForChange(reference());
        sharing.name(list, rules);
    }

    void describeFlows(FlowList list, FlowRules rules, LocalDate today) {
        progress.mustBeOpenForChange(reference());
        sharing.describe(list, needs.items(), rules, today);
    }

    /**
     * Remembers who left, because what was sent to them stays open to them.
     *
     * @param before the partners before the change
     * @param now what happened until then was still their affair
     */
    void rememberThoseWhoLeft(List<Partner> before, Instant now) {
        sharing.rememberThoseWhoLeft(before, sentToPartners(), now);
    }

    void agreeArrangements(Arrangements arrangements, LocalDate today) {
        progress.mustBeOpenForChange(reference());
        agreed.agree(arrangements, sharing.organisations(), leadOrganisation(), today);
    }

    /** The lead takes the project up again, whoever sent it back. */
    void revise(Revision revision) {
        become(ProjectStatus.IN_REVISION, "revised");
        revisions.add(revision);
    }

    /**
     * Goes on without partners: they are taken out of the flows, and flows that lose an end go with them.
     *
     * @return those that were partners
     */
    List<OrganisationCode> leaveOut(Collection<OrganisationCode> leaving, FlowRules rules) {
        progress.mustGoOn(reference());
        return sharing.leaveOut(leaving, leadOrganisation(), rules);
    }

    /**
     * Moves on.
     *
     * @param action completes "it cannot be …" in the refusal
     * @return whether the status changed; false when the project already was there
     */
    boolean become(ProjectStatus next, String action) {
        return progress.become(next, reference(), action);
    }

    /** Ends as {@link #become} moves on. */
    boolean end(ProjectStatus how, String action, String reason) {
        return progress.end(how, reference(), action, reason);
    }
}
