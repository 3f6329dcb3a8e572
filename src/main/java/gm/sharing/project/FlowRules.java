package gm.sharing.project;

import static java.util.stream.Collectors.joining;

import gm.sharing.Refused;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Sector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the flows of a project need, each for itself and all of them together. */
final class FlowRules {

    /** Conditions of Article 9 that stand only with a condition of Schedule 1 (section 10 of the Act). */
    private static final Pattern WITH_SCHEDULE_1 = Pattern.compile("9\\(2\\)\\([bghij]\\).*");

    private static final Pattern WITH_POLICY_DOCUMENT = Pattern.compile("9\\(2\\)\\([bg]\\).*");

    /** The one method that makes no copy. */
    private static final String READ_AT_SOURCE = "Read ";

    /** Sectors in which nobody is a competent authority for law enforcement. */
    private static final Set<Sector> NOT_LAW_ENFORCEMENT = EnumSet.of(
            Sector.NHS_TRUST, Sector.ICB, Sector.GP_PRACTICE, Sector.HOUSING, Sector.VCFSE, Sector.UNIVERSITY);

    private final Function<OrganisationCode, Organisation> directory;

    FlowRules(Function<OrganisationCode, Organisation> directory) {
        this.directory = directory;
    }

    /**
     * @param partners without those that take no part
     */
    void check(List<Flow> flows, Collection<OrganisationCode> partners, List<DataItem> dataItems) {
        for (int i = 0; i < flows.size(); i++) {
            check(flows.get(i), "Flow " + (i + 1), partners);
        }
        everyPartnerTakesPart(flows, partners);
        if (dataItems.stream().anyMatch(DataItem::specialCategory)
                && flows.stream().allMatch(flow -> isBlank(flow.article9()) && isBlank(flow.schedule8()))) {
            throw new Refused("The data items include special category data, so at least one flow needs a condition of"
                    + " Article 9.");
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

    private void check(Flow flow, String name, Collection<OrganisationCode> partners) {
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
        if (!flow.method().startsWith(READ_AT_SOURCE) && isBlank(flow.copyReason())) {
            throw new Refused(name + ": say why a copy is needed when the information could be read where it is held.");
        }
        lawfulBases(flow, name);
        if (flow.confidentialCare() && isBlank(flow.confidentiality())) {
            throw new Refused(name + ": say what allows confidential health or care information to be shared under the"
                    + " common law duty of confidentiality.");
        }
        if (flow.confidentialCare() && isBlank(flow.optOut())) {
            throw new Refused(name + ": say how the national data opt-out applies to the confidential information.");
        }
    }

    private void lawfulBases(Flow flow, String name) {
        String article9 = flow.article9() == null ? "" : flow.article9();
        if (WITH_SCHEDULE_1.matcher(article9).matches() && isBlank(flow.schedule1())) {
            throw new Refused("%s: the condition %s needs a condition of Schedule 1 of the Data Protection Act 2018."
                    .formatted(name, article9));
        }
        if (WITH_POLICY_DOCUMENT.matcher(article9).matches() && isBlank(flow.policyDocument())) {
            throw new Refused(
                    "%s: the condition %s needs an appropriate policy document. Give its title, or say why none is needed."
                            .formatted(name, article9));
        }
        if (flow.lawEnforcement()) {
            List<OrganisationCode> others = flow.from().stream()
                    .filter(code ->
                            NOT_LAW_ENFORCEMENT.contains(directory.apply(code).sector()))
                    .toList();
            if (!others.isEmpty()) {
                throw new Refused(("%s: Part 3 of the Data Protection Act 2018 is for competent authorities that share"
                                + " for law enforcement; %s cannot rely on it. Describe what it shares as a flow of"
                                + " its own.")
                        .formatted(name, names(others)));
            }
            if (isBlank(flow.schedule8())) {
                throw new Refused(name + ": under Part 3 of the Data Protection Act 2018, say which condition of"
                        + " Schedule 8 allows sensitive processing, or that there is none.");
            }
        }
    }

    private String names(Collection<OrganisationCode> codes) {
        return codes.stream().map(code -> directory.apply(code).name()).collect(joining(", "));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
