package gm.sharing.project;

import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    private String lead;

    private OrganisationCode leadOrganisation;

    private Instant proposedAt;

    @Enumerated(EnumType.STRING)
    private ProjectStatus status;

    private boolean sentToPartners;

    @Column(columnDefinition = "text")
    private @Nullable String endReason;

    @Embedded
    private Proposal proposal;

    private @Nullable OrganisationCode onBehalfOf;

    @Column(columnDefinition = "text")
    private @Nullable String purpose;

    @Column(columnDefinition = "text")
    private @Nullable String necessity;

    @Column(columnDefinition = "text")
    private @Nullable String benefits;

    @Column(columnDefinition = "text")
    private @Nullable String dataSubjects;

    @Convert(converter = CodesConverter.class)
    private @Nullable List<String> peopleGroups;

    private @Nullable String volume;

    private @Nullable String scale;

    private @Nullable Boolean matching;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "project_data_item", joinColumns = @JoinColumn(name = "project"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<StoredDataItem> dataItems = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "project_partner", joinColumns = @JoinColumn(name = "project"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<Partner> partners = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "project_former_partner", joinColumns = @JoinColumn(name = "project"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<FormerPartner> formerPartners = new ArrayList<>();

    @Column(columnDefinition = "text")
    private @Nullable String otherOrganisations;

    @Column(columnDefinition = "text")
    private @Nullable String joiningAndLeaving;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "project_flow", joinColumns = @JoinColumn(name = "project"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<Flow> flows = new ArrayList<>();

    @Embedded
    private @Nullable Arrangements arrangements;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "project_rule_decision", joinColumns = @JoinColumn(name = "project"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    private List<RuleDecision> ruleDecisions = new ArrayList<>();

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
        String reason = proposal.urgencyReason();
        if (proposal.urgency() == Urgency.URGENT && (reason == null || reason.isBlank())) {
            throw Refused.of(
                    "urgencyReason",
                    "say why the project is urgent: its partners then have days instead of weeks to decide.");
        }
        this.reference = reference.value();
        this.proposal = proposal;
        this.lead = lead.id();
        this.leadOrganisation = leadOrganisation;
        this.proposedAt = proposedAt;
        this.status = ProjectStatus.PROPOSED;
    }

    public ProjectReference reference() {
        return new ProjectReference(reference);
    }

    public String title() {
        return proposal.title();
    }

    /** The id of the person who proposed the project. */
    public String lead() {
        return lead;
    }

    /** The lead's own organisation: a legal entity. */
    public OrganisationCode leadOrganisation() {
        return leadOrganisation;
    }

    /** The partnership for which the lead organisation proposed the project, or null. */
    public @Nullable OrganisationCode onBehalfOf() {
        return onBehalfOf;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public Urgency urgency() {
        return proposal.urgency();
    }

    public ProjectStatus status() {
        return status;
    }

    /** Whether an agreement was ever sent to the partners; before, they do not see the project. */
    public boolean sentToPartners() {
        return sentToPartners;
    }

    /** Why the project was withdrawn or stopped, or null. */
    public @Nullable String endReason() {
        return endReason;
    }

    public Proposal proposal() {
        return proposal;
    }

    /** Empty until they were described. */
    public Optional<Needs> needs() {
        if (purpose == null
                || necessity == null
                || benefits == null
                || dataSubjects == null
                || peopleGroups == null
                || volume == null
                || scale == null
                || matching == null) {
            return Optional.empty();
        }
        return Optional.of(new Needs(
                onBehalfOf,
                purpose,
                necessity,
                benefits,
                dataSubjects,
                peopleGroups,
                volume,
                scale,
                matching,
                items()));
    }

    /** In the order in which they were named; empty until they were named. */
    public List<Partner> partners() {
        return List.copyOf(partners);
    }

    public Optional<Partner> partner(OrganisationCode organisation) {
        return partners.stream()
                .filter(partner -> partner.organisation().equals(organisation))
                .findFirst();
    }

    /** When the organisation left the project, after it was sent to it; empty for partners and for strangers. */
    public Optional<Instant> leftAt(OrganisationCode organisation) {
        return formerPartners.stream()
                .filter(former -> former.organisation().equals(organisation))
                .map(FormerPartner::leftAt)
                .findFirst();
    }

    /** Partners as they were named, for naming them again; empty until they were named. */
    public Optional<PartnerList> partnerList() {
        if (joiningAndLeaving == null) {
            return Optional.empty();
        }
        return Optional.of(new PartnerList(
                organisations(partner -> partner.part().provides()),
                organisations(partner -> partner.part().receives()),
                organisations(partner -> partner.role() == PartyRole.PROCESSOR),
                partners.stream().anyMatch(partner -> partner.role() == PartyRole.JOINT_CONTROLLER),
                organisations(partner -> partner.role() == PartyRole.JOINT_CONTROLLER),
                otherOrganisations,
                joiningAndLeaving));
    }

    private List<OrganisationCode> organisations(Predicate<Partner> which) {
        return partners.stream().filter(which).map(Partner::organisation).toList();
    }

    /** Organisations that are concerned without being partners, or null. */
    public @Nullable String otherOrganisations() {
        return otherOrganisations;
    }

    /** How an organisation joins or leaves the sharing; null until the partners were named. */
    public @Nullable String joiningAndLeaving() {
        return joiningAndLeaving;
    }

    /** In the order in which they were described; empty until they were described. */
    public List<Flow> flows() {
        return List.copyOf(flows);
    }

    /** Empty until they were agreed. */
    public Optional<Arrangements> arrangements() {
        return Optional.ofNullable(arrangements);
    }

    /** Whose signatures the agreement needs. */
    public SignOffRule signOffRule() {
        return arrangements == null ? SignOffRule.ALL : arrangements.signOffRule();
    }

    /** The same among those who are partners now. */
    public SignOffRule signOffRuleNow() {
        return signOffRule().among(organisations(partners));
    }

    /** Whether the Information Board has to approve the rule of sign-off before the agreement is sent out. */
    public boolean signOffRuleAwaitsApproval() {
        SignOffRule rule = signOffRule();
        return rule.isWeakerThanAll(organisations(partners))
                && lastRuleDecision()
                        .filter(decision -> decision.approves(rule, partners.size()))
                        .isEmpty();
    }

    /** What the Information Board said last to a rule that is weaker than all; empty when it was not asked. */
    public Optional<RuleDecision> lastRuleDecision() {
        return ruleDecisions.isEmpty() ? Optional.empty() : Optional.of(ruleDecisions.get(ruleDecisions.size() - 1));
    }

    void decideSignOffRule(boolean approved, String reasons, Person by, Instant now) {
        if (by.id().equals(lead)) {
            throw new Refused("You lead this project, so somebody else on the Information Board has to decide.");
        }
        if (status != ProjectStatus.WITH_BOARD || !signOffRuleAwaitsApproval()) {
            throw new Refused("The sign-off rule does not wait for the Information Board's decision.");
        }
        ruleDecisions.add(new RuleDecision(signOffRule(), partners.size(), approved, reasons, by.id(), by.name(), now));
    }

    /** Whether the project can go on without these: enough of the others stay, and each takes part in a flow. */
    boolean canGoOnWithout(Collection<OrganisationCode> leaving, FlowRules rules) {
        try {
            checkWithout(leaving, rules);
            return true;
        } catch (Refused impossible) {
            return false;
        }
    }

    private void checkWithout(Collection<OrganisationCode> leaving, FlowRules rules) {
        if (leaving.contains(leadOrganisation)) {
            throw new Refused("The project cannot go ahead without the organisation that leads it.");
        }
        List<Partner> remaining = without(leaving);
        PartnerRules.mustBeEnough(remaining);
        rules.everyPartnerTakesPart(flowsWithout(leaving), organisations(remaining));
    }

    private List<Flow> flowsWithout(Collection<OrganisationCode> leaving) {
        Stream<Flow> remaining = flows.stream();
        for (OrganisationCode organisation : leaving) {
            remaining = remaining.map(flow -> flow.without(organisation)).flatMap(Optional::stream);
        }
        return remaining.toList();
    }

    /** How the lead answered requested changes, oldest first. */
    public List<Revision> revisions() {
        return List.copyOf(revisions);
    }

    /** Whether the person may act as this project's lead: the lead or a project lead of the same organisation. */
    public boolean isLedBy(Person person) {
        return person.id().equals(lead)
                || (person.holds(Role.PROJECT_LEAD)
                        && person.organisation()
                                .filter(leadOrganisation::equals)
                                .isPresent());
    }

    /**
     * Gives the project to another project lead of the organisation that leads it.
     *
     * @return the id of who led it before
     */
    String handTo(Person to) {
        if (status == ProjectStatus.WITHDRAWN || status == ProjectStatus.STOPPED) {
            throw new Refused("The project has ended, so nobody takes it over any more.");
        }
        if (!to.holdsInOwnRight(Role.PROJECT_LEAD)
                || to.organisation().filter(leadOrganisation::equals).isEmpty()) {
            throw Refused.of("lead", "choose a project lead of the organisation that leads it.");
        }
        if (to.id().equals(lead)) {
            throw Refused.of("lead", "%s leads it already.".formatted(to.name()));
        }
        String before = lead;
        lead = to.id();
        return before;
    }

    /** Whether confidential information about health or adult social care goes to or from the partner. */
    public boolean confidentialCare(OrganisationCode organisation) {
        return flows.stream().anyMatch(flow -> flow.confidentialCare() && flow.involves(organisation));
    }

    /**
     * Lets a machine alone take significant decisions about people in this project.
     *
     * @throws Refused when a flow rests on what such a decision may not rest on
     */
    public void mustAllowDecisionsByAMachineAlone(Law law) {
        AutomatedDecisionRules.check(flows, law);
    }

    /** Whether the partner gives such information to others: its Caldicott Guardian then decides about the disclosure. */
    public boolean givesConfidentialCare(OrganisationCode organisation) {
        return flows.stream()
                .anyMatch(flow -> flow.confidentialCare() && flow.from().contains(organisation));
    }

    /**
     * The flows in which the partner, as a controller, relies on an appropriate policy document (Data Protection Act 2018,
     * section 42 and Schedule 1, Part 4). A processor acts under its controller's.
     */
    public List<Flow> flowsOnPolicyDocument(OrganisationCode organisation) {
        var controller = partner(organisation)
                .filter(partner -> partner.role() != PartyRole.PROCESSOR)
                .isPresent();
        return flows.stream()
                .filter(flow -> controller && flow.standsOnPolicyDocumentOf(organisation))
                .toList();
    }

    void describeNeeds(Needs needs) {
        mustBeOpenForChange();
        needs.mustNameEachItemOnce();
        this.onBehalfOf = needs.onBehalfOf();
        this.purpose = needs.purpose();
        this.necessity = needs.necessity();
        this.benefits = needs.benefits();
        this.dataSubjects = needs.dataSubjects();
        this.peopleGroups = needs.groups();
        this.volume = needs.volume();
        this.scale = needs.scale();
        this.matching = needs.matching();
        replace(dataItems, needs.dataItems().stream().map(StoredDataItem::of).toList());
    }

    private List<DataItem> items() {
        return dataItems.stream().map(StoredDataItem::item).toList();
    }

    void namePartners(PartnerList list, PartnerRules rules) {
        mustBeOpenForChange();
        rules.check(list);
        replace(partners, list.partners());
        this.otherOrganisations = list.otherOrganisations();
        this.joiningAndLeaving = list.joiningAndLeaving();
    }

    void describeFlows(FlowList list, FlowRules rules, LocalDate today) {
        mustBeOpenForChange();
        List<Partner> remaining = without(list.noPart());
        PartnerRules.mustBeEnough(remaining);
        rules.check(list.flows(), remaining, items());
        List<Complaint> passed = FlowList.passedPolicies(list.flows(), today);
        if (!passed.isEmpty()) {
            throw new Refused(passed);
        }
        replace(flows, list.flows());
        replace(partners, withParts(remaining));
    }

    /**
     * Remembers who left, because what was sent to them stays open to them.
     *
     * @param before the partners before the change
     * @param now what happened until then was still their affair
     */
    void rememberThoseWhoLeft(List<Partner> before, Instant now) {
        formerPartners.removeIf(former -> partner(former.organisation()).isPresent());
        if (sentToPartners) {
            before.stream()
                    .map(Partner::organisation)
                    .filter(organisation -> partner(organisation).isEmpty())
                    .forEach(organisation -> formerPartners.add(new FormerPartner(organisation, now)));
        }
    }

    void agreeArrangements(Arrangements agreed, LocalDate today) {
        mustBeOpenForChange();
        agreed.mustBeInTime(today, arrangements());
        agreed.signOffRule().check(organisations(partners), leadOrganisation);
        this.arrangements = agreed;
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
        if (status.isEnd()) {
            throw new Refused("The project %s is %s: its partners stay as they are.".formatted(reference, phrase()));
        }
        List<OrganisationCode> partnersOfNow = leaving.stream()
                .filter(organisation -> partner(organisation).isPresent())
                .distinct()
                .toList();
        if (partnersOfNow.isEmpty()) {
            return partnersOfNow;
        }
        checkWithout(partnersOfNow, rules);
        replace(flows, flowsWithout(partnersOfNow));
        replace(partners, withParts(without(partnersOfNow)));
        return partnersOfNow;
    }

    /**
     * Moves on.
     *
     * @param action completes "it cannot be …" in the refusal
     * @return whether the status changed; false when the project already was there
     */
    boolean become(ProjectStatus next, String action) {
        if (status == next) {
            return false;
        }
        if (!status.canBecome(next)) {
            throw new Refused("The project %s is %s: it cannot be %s.".formatted(reference, phrase(), action));
        }
        this.status = next;
        this.sentToPartners |= next == ProjectStatus.IN_SIGN_OFF;
        return true;
    }

    /** Ends as {@link #become} moves on. */
    boolean end(ProjectStatus how, String action, String reason) {
        boolean changed = become(how, action);
        if (changed) {
            this.endReason = reason;
        }
        return changed;
    }

    private void mustBeOpenForChange() {
        if (status != ProjectStatus.PROPOSED && status != ProjectStatus.IN_REVISION) {
            throw new Refused("The project %s is %s: what it says can be changed only while its lead describes or"
                            .formatted(reference, phrase())
                    + " revises it.");
        }
    }

    private List<Partner> without(Collection<OrganisationCode> leaving) {
        return partners.stream()
                .filter(partner -> !leaving.contains(partner.organisation()))
                .toList();
    }

    private static List<OrganisationCode> organisations(List<Partner> partners) {
        return partners.stream().map(Partner::organisation).toList();
    }

    /** Each partner with the part that the flows give it; who is left alone is no joint controller. */
    private List<Partner> withParts(List<Partner> remaining) {
        boolean joint = remaining.stream()
                        .filter(partner -> partner.role() == PartyRole.JOINT_CONTROLLER)
                        .count()
                > 1;
        return remaining.stream()
                .map(partner -> new Partner(
                        partner.organisation(),
                        Part.of(
                                flows.stream().anyMatch(flow -> flow.from().contains(partner.organisation())),
                                flows.stream().anyMatch(flow -> flow.to().contains(partner.organisation()))),
                        partner.role() == PartyRole.JOINT_CONTROLLER && !joint ? PartyRole.CONTROLLER : partner.role()))
                .toList();
    }

    private String phrase() {
        String label = status.label();
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    private static <T> void replace(List<T> rows, List<T> by) {
        rows.clear();
        rows.addAll(by);
    }
}
