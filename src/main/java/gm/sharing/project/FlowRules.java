package gm.sharing.project;

import static gm.sharing.PlainText.isBlank;
import static java.util.stream.Collectors.joining;

import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the flows of a project need, each for itself and all of them together. */
final class FlowRules {

    private final Function<OrganisationCode, Organisation> directory;

    private final Law law;

    private final LawfulBasisRules lawfulBases;

    private final ConfidentialityRules confidentiality;

    FlowRules(Function<OrganisationCode, Organisation> directory, Law law) {
        this.directory = directory;
        this.law = law;
        this.lawfulBases = new LawfulBasisRules(directory, law);
        this.confidentiality = new ConfidentialityRules(directory, law);
    }

    /**
     * @param partners without those that take no part
     * @throws Refused with all that is wrong with them
     */
    void check(List<Flow> flows, List<Partner> partners, List<DataItem> dataItems) {
        List<OrganisationCode> organisations =
                partners.stream().map(Partner::organisation).toList();
        List<OrganisationCode> processors = partners.stream()
                .filter(partner -> partner.role() == PartyRole.PROCESSOR)
                .map(Partner::organisation)
                .toList();
        boolean special = dataItems.stream().anyMatch(law.kinds()::special);
        List<Complaint> complaints = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            FlowRow row = new FlowRow(i, flows.get(i));
            check(row, organisations, processors, special);
            complaints.addAll(row.complaints());
        }
        idle(flows, organisations).ifPresent(complaints::add);
        if (complaints.isEmpty() && special && flows.stream().noneMatch(Flow::mayHoldSpecialCategories)) {
            complaints.add(FlowRow.ofAll(
                    "the data items include special category data, so at least one flow needs a condition of"
                            + " Article 9 for those under UK GDPR, and one of Schedule 8 for those under Part 3."));
        }
        if (dataItems.stream().anyMatch(law.kinds()::criminalOffence)
                && flows.stream().allMatch(flow -> isBlank(flow.schedule1()) && !flow.lawEnforcement())) {
            complaints.add(FlowRow.ofAll(
                    "the data items include criminal offence data, so at least one flow needs a condition of"
                            + " Schedule 1, unless a competent authority shares it for law enforcement."));
        }
        if (!complaints.isEmpty()) {
            throw new Refused(complaints);
        }
    }

    void everyPartnerTakesPart(List<Flow> flows, Collection<OrganisationCode> partners) {
        idle(flows, partners).ifPresent(complaint -> {
            throw complaint.refusal();
        });
    }

    private Optional<Complaint> idle(List<Flow> flows, Collection<OrganisationCode> partners) {
        List<OrganisationCode> idle = partners.stream()
                .filter(partner -> flows.stream().noneMatch(flow -> flow.involves(partner)))
                .toList();
        return idle.isEmpty()
                ? Optional.empty()
                : Optional.of(FlowRow.ofAll("%s %s no part in any flow. Describe a flow, or leave the organisation out."
                        .formatted(names(idle), idle.size() == 1 ? "takes" : "take")));
    }

    /** A flow that does not go from partners to partners, or says what no table holds, is not held to the law yet. */
    private void check(
            FlowRow row,
            Collection<OrganisationCode> partners,
            Collection<OrganisationCode> processors,
            boolean special) {
        Flow flow = row.flow();
        strangers(row, "from", flow.from(), partners);
        strangers(row, "to", flow.to(), partners);
        if (!flow.leadsSomewhere()) {
            row.complain("to", "an organisation cannot share with itself alone. Name another one.");
        }
        law.unknown(flow)
                .forEach((field, answer) -> row.complain(
                        field, "“%s” is not among the possible answers any more. Choose again.".formatted(answer)));
        if (law.methods().find(flow.method()).filter(way -> way.is(Law.COPY)).isPresent()
                && isBlank(flow.copyReason())) {
            row.complain("copyReason", "say why a copy is needed when the information could be read where it is held.");
        }
        if (law.needsPowerInWords(flow) && isBlank(flow.power())) {
            row.complain("power", "say which power it is, with the section of the law.");
        }
        if (row.complaints().isEmpty()) {
            lawfulBases.check(row, processors);
            confidentiality.check(row, processors);
        }
        if (row.complaints().isEmpty() && special) {
            specialCategories(row);
        }
    }

    private void strangers(
            FlowRow row, String field, List<OrganisationCode> named, Collection<OrganisationCode> partners) {
        List<OrganisationCode> strangers =
                named.stream().filter(code -> !partners.contains(code)).toList();
        if (!strangers.isEmpty()) {
            row.complain(field, "%s is not among the partners.".formatted(names(strangers)));
        }
    }

    /**
     * Article 9 of UK GDPR binds each party under it, and section 35 of the Data Protection Act 2018 each one under Part 3.
     * Which flow holds which item is not asked yet: at least one flow has to be fit for them, and each that says that it
     * holds confidential information about health or care.
     */
    private static void specialCategories(FlowRow row) {
        Flow flow = row.flow();
        if (flow.confidentialCare() && !flow.mayHoldSpecialCategories()) {
            row.complain(
                    flow.underUkGdpr().isEmpty() || !isBlank(flow.article9()) ? "schedule8" : "article9",
                    "the flow holds confidential information about health or care, and the data items include special"
                            + " category data. Choose the condition of Article 9 for those under UK GDPR, and that of Schedule 8 for"
                            + " those under Part 3.");
        }
    }

    private String names(Collection<OrganisationCode> codes) {
        return codes.stream().map(code -> directory.apply(code).name()).collect(joining(", "));
    }
}
