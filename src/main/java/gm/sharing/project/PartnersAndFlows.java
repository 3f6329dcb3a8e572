package gm.sharing.project;

import gm.sharing.Refused;
import gm.sharing.organisation.OrganisationCode;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
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

/** Who shares what with whom in a project, and who no longer does. */
@Embeddable
class PartnersAndFlows {

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

    protected PartnersAndFlows() {}

    void name(PartnerList list, PartnerRules rules) {
        rules.check(list);
        replace(partners, list.partners());
        this.otherOrganisations = list.otherOrganisations();
        this.joiningAndLeaving = list.joiningAndLeaving();
    }

    /** @param items of which the flows are made */
    void describe(FlowList list, List<DataItem> items, FlowRules rules, LocalDate today) {
        List<Partner> remaining = without(list.noPart());
        PartnerRules.mustBeEnough(remaining);
        rules.check(list.flows(), remaining, items);
        List<Refused.Complaint> passed = FlowList.passedPolicies(list.flows(), today);
        if (!passed.isEmpty()) {
            throw new Refused(passed);
        }
        replace(flows, list.flows());
        replace(partners, withParts(remaining));
    }

    boolean canGoOnWithout(Collection<OrganisationCode> leaving, OrganisationCode lead, FlowRules rules) {
        try {
            mustGoOnWithout(leaving, lead, rules);
            return true;
        } catch (Refused impossible) {
            return false;
        }
    }

    private void mustGoOnWithout(Collection<OrganisationCode> leaving, OrganisationCode lead, FlowRules rules) {
        if (leaving.contains(lead)) {
            throw new Refused("The project cannot go ahead without the organisation that leads it.");
        }
        List<Partner> remaining = without(leaving);
        PartnerRules.mustBeEnough(remaining);
        rules.everyPartnerTakesPart(
                flowsWithout(leaving),
                remaining.stream().map(Partner::organisation).toList());
    }

    /** Takes those that are partners out of the flows, and says who they were; flows that lose an end go with them. */
    List<OrganisationCode> leaveOut(Collection<OrganisationCode> leaving, OrganisationCode lead, FlowRules rules) {
        List<OrganisationCode> partnersOfNow = leaving.stream()
                .filter(organisation -> partner(organisation).isPresent())
                .distinct()
                .toList();
        if (!partnersOfNow.isEmpty()) {
            mustGoOnWithout(partnersOfNow, lead, rules);
            replace(flows, flowsWithout(partnersOfNow));
            replace(partners, withParts(without(partnersOfNow)));
        }
        return partnersOfNow;
    }

    /**
     * Remembers who left, because what was sent to them stays open to them.
     *
     * @param before the partners before the change
     * @param sentToPartners whether anything was sent to them
     * @param now what happened until then was still their affair
     */
    void rememberThoseWhoLeft(List<Partner> before, boolean sentToPartners, Instant now) {
        formerPartners.removeIf(former -> partner(former.organisation()).isPresent());
        if (sentToPartners) {
            before.stream()
                    .map(Partner::organisation)
                    .filter(organisation -> partner(organisation).isEmpty())
                    .forEach(organisation -> formerPartners.add(new FormerPartner(organisation, now)));
        }
    }

    List<Partner> partners() {
        return List.copyOf(partners);
    }

    List<OrganisationCode> organisations() {
        return organisations(partner -> true);
    }

    Optional<Partner> partner(OrganisationCode organisation) {
        return partners.stream()
                .filter(partner -> partner.organisation().equals(organisation))
                .findFirst();
    }

    /** When the organisation left the project, after it was sent to it; empty for partners and for strangers. */
    Optional<Instant> leftAt(OrganisationCode organisation) {
        return formerPartners.stream()
                .filter(former -> former.organisation().equals(organisation))
                .map(FormerPartner::leftAt)
                .findFirst();
    }

    /** Partners as they were named, for naming them again; empty until they were named. */
    Optional<PartnerList> partnerList() {
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

    List<Flow> flows() {
        return List.copyOf(flows);
    }

    /** Whether confidential information about health or adult social care goes to or from the partner. */
    boolean confidentialCare(OrganisationCode organisation) {
        return flows.stream().anyMatch(flow -> flow.confidentialCare() && flow.involves(organisation));
    }

    /** Whether the partner gives such information to others: its Caldicott Guardian then decides about the disclosure. */
    boolean givesConfidentialCare(OrganisationCode organisation) {
        return flows.stream()
                .anyMatch(flow -> flow.confidentialCare() && flow.from().contains(organisation));
    }

    /**
     * The flows in which the partner, as a controller, relies on an appropriate policy document (Data Protection Act 2018,
     * section 42 and Schedule 1, Part 4). A processor acts under its controller's.
     */
    List<Flow> flowsOnPolicyDocument(OrganisationCode organisation) {
        var controller = partner(organisation)
                .filter(partner -> partner.role() != PartyRole.PROCESSOR)
                .isPresent();
        return flows.stream()
                .filter(flow -> controller && flow.standsOnPolicyDocumentOf(organisation))
                .toList();
    }

    private List<OrganisationCode> organisations(Predicate<Partner> which) {
        return partners.stream().filter(which).map(Partner::organisation).toList();
    }

    private List<Flow> flowsWithout(Collection<OrganisationCode> leaving) {
        Stream<Flow> remaining = flows.stream();
        for (OrganisationCode organisation : leaving) {
            remaining = remaining.map(flow -> flow.without(organisation)).flatMap(Optional::stream);
        }
        return remaining.toList();
    }

    private List<Partner> without(Collection<OrganisationCode> leaving) {
        return partners.stream()
                .filter(partner -> !leaving.contains(partner.organisation()))
                .toList();
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

    private static <T> void replace(List<T> rows, List<T> by) {
        rows.clear();
        rows.addAll(by);
    }
}
