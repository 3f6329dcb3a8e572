package gm.sharing.project;

import static java.util.stream.Collectors.joining;

import gm.sharing.Refused;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
     */
    void check(List<Flow> flows, List<Partner> partners, List<DataItem> dataItems) {
        List<OrganisationCode> organisations =
                partners.stream().map(Partner::organisation).toList();
        List<OrganisationCode> processors = partners.stream()
                .filter(partner -> partner.role() == PartyRole.PROCESSOR)
                .map(Partner::organisation)
                .toList();
        for (int i = 0; i < flows.size(); i++) {
            check(flows.get(i), "Flow " + (i + 1), organisations, processors);
        }
        everyPartnerTakesPart(flows, organisations);
        DataKinds kinds = law.kinds();
        if (dataItems.stream().anyMatch(kinds::special)) {
            specialCategories(flows);
        }
        if (dataItems.stream().anyMatch(kinds::criminalOffence)
                && flows.stream().allMatch(flow -> isBlank(flow.schedule1()) && !flow.lawEnforcement())) {
            throw new Refused("The data items include criminal offence data, so at least one flow needs a condition of"
                    + " Schedule 1 of the Data Protection Act 2018, unless a competent authority shares it for law"
                    + " enforcement.");
        }
    }

    /**
     * Article 9 of UK GDPR binds each party under it, and section 35 of the Data Protection Act 2018 each one under Part 3.
     * Which flow holds which item is not asked yet: at least one flow has to be fit for them, and each that says that it
     * holds confidential information about health or care.
     */
    private static void specialCategories(List<Flow> flows) {
        for (int i = 0; i < flows.size(); i++) {
            Flow flow = flows.get(i);
            if (flow.confidentialCare() && !flow.mayHoldSpecialCategories()) {
                throw new Refused(
                        ("Flow %d: it holds confidential information about health or care, and the data items include"
                                        + " special category data. Choose the condition of Article 9 for those under UK GDPR, and that of"
                                        + " Schedule 8 for those under Part 3.")
                                .formatted(i + 1));
            }
        }
        if (flows.stream().noneMatch(Flow::mayHoldSpecialCategories)) {
            throw new Refused("The data items include special category data, so at least one flow needs a condition of"
                    + " Article 9 for everybody in it who is under UK GDPR, and one of Schedule 8 for those under Part 3 of the"
                    + " Data Protection Act 2018.");
        }
    }

    void everyPartnerTakesPart(List<Flow> flows, Collection<OrganisationCode> partners) {
        List<OrganisationCode> idle = partners.stream()
                .filter(partner -> flows.stream().noneMatch(flow -> flow.involves(partner)))
                .toList();
        if (!idle.isEmpty()) {
            throw new Refused("%s %s no part in any flow. Describe a flow, or leave the organisation out."
                    .formatted(names(idle), idle.size() == 1 ? "takes" : "take"));
        }
    }

    private void check(
            Flow flow, String name, Collection<OrganisationCode> partners, Collection<OrganisationCode> processors) {
        List<OrganisationCode> strangers = new ArrayList<>(flow.from());
        strangers.addAll(flow.to());
        strangers.removeAll(partners);
        if (!strangers.isEmpty()) {
            throw new Refused("%s: %s is not among the partners.".formatted(name, names(strangers)));
        }
        if (!flow.leadsSomewhere()) {
            throw new Refused(
                    "%s: an organisation cannot share with itself alone. Information goes from one".formatted(name)
                            + " organisation to another.");
        }
        law.unknown(flow).findFirst().ifPresent(answer -> {
            throw new Refused(
                    "%s: “%s” is not among the possible answers any more. Choose again.".formatted(name, answer));
        });
        if (law.methods().find(flow.method()).filter(way -> way.is(Law.COPY)).isPresent()
                && isBlank(flow.copyReason())) {
            throw new Refused(name + ": say why a copy is needed when the information could be read where it is held.");
        }
        lawfulBases.check(flow, name, processors);
        confidentiality.check(flow, name, processors);
    }

    private String names(Collection<OrganisationCode> codes) {
        return codes.stream().map(code -> directory.apply(code).name()).collect(joining(", "));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
