package gm.sharing.steps.screening;

import static java.util.stream.Collectors.joining;

import gm.sharing.dpia.AutomatedDecisions;
import gm.sharing.dpia.Screening;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.DataItem;
import gm.sharing.project.DataKinds;
import gm.sharing.project.Flow;
import gm.sharing.project.Needs;
import gm.sharing.project.Partner;
import gm.sharing.project.PartyRole;
import gm.sharing.project.SharingProject;
import gm.sharing.wording.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the facts of a project out of its description and of the answers to the screening. */
final class Facts {

    private static final Words WORDS = Words.in("dpia/screening");

    private final Function<String, PeopleGroup> groups;
    private final DataKinds kinds;

    /**
     * @param groups knows every group of people by its code
     * @param kinds say what the law calls each kind of information
     */
    Facts(Function<String, PeopleGroup> groups, DataKinds kinds) {
        this.groups = groups;
        this.kinds = kinds;
    }

    SaidOfProject of(SharingProject project, Optional<Screening> screening) {
        Map<String, Object> facts = new HashMap<>();
        List<DataItem> items = project.needs().map(Needs::dataItems).orElse(List.of());
        boolean matching = project.needs().map(Needs::matching).orElse(false);
        information(items, project.flows(), facts);
        List<String> vulnerable = people(project.needs().map(Needs::groups).orElse(List.of()), facts);
        facts.put("scale", project.needs().map(Needs::scale).orElse(""));
        facts.put("matching", matching);
        sharing(project.flows(), project.partners(), facts);
        use(screening, facts);
        return new SaidOfProject(
                any(items, DataItem::personal),
                any(items, DataItem::genetic),
                matching,
                vulnerable,
                said(screening, Screening::algorithmicTool),
                facts);
    }

    /** A flow that needs a condition of Article 9 holds special category data, whatever the items are called. */
    private void information(List<DataItem> items, List<Flow> flows, Map<String, Object> facts) {
        boolean special = any(items, kinds::special);
        facts.put("personalData", any(items, DataItem::personal));
        facts.put("dataKinds", items.stream().map(DataItem::kind).distinct().toList());
        facts.put("pseudonymised", any(items, DataItem::pseudonymised));
        facts.put("specialCategory", special || any(flows, flow -> flow.article9() != null));
        facts.put("specialCategoryInWords", special ? subjects(items, kinds::special) : WORDS.text("article-9"));
        facts.put("criminalOffence", any(items, kinds::criminalOffence));
        facts.put("genetic", any(items, DataItem::genetic));
        facts.put("biometric", any(items, DataItem::biometric));
        facts.put("location", any(items, DataItem::location));
        facts.put("highlyPersonal", any(items, kinds::highlyPersonal));
        facts.put("highlyPersonalInWords", subjects(items, kinds::highlyPersonal));
    }

    private String subjects(List<DataItem> items, Predicate<DataItem> which) {
        return items.stream().filter(which).map(kinds::subject).distinct().collect(joining(WORDS.text("and") + " "));
    }

    /**
     * Says who the people are.
     *
     * @return the vulnerable ones in words
     */
    private List<String> people(List<String> codes, Map<String, Object> facts) {
        List<PeopleGroup> known = codes.stream().map(groups).toList();
        List<String> vulnerable = known.stream()
                .filter(PeopleGroup::vulnerable)
                .map(PeopleGroup::words)
                .distinct()
                .toList();
        facts.put("groups", codes);
        facts.put("children", codes.contains("children"));
        facts.put("vulnerable", any(known, PeopleGroup::vulnerable));
        facts.put("vulnerableInWords", String.join(", ", vulnerable));
        return vulnerable;
    }

    private static void sharing(List<Flow> flows, List<Partner> partners, Map<String, Object> facts) {
        facts.put("providers", count(flows, Flow::from));
        facts.put("recipients", count(flows, Flow::to));
        facts.put("copies", any(flows, flow -> flow.copyReason() != null));
        facts.put("lawEnforcement", any(flows, Flow::lawEnforcement));
        facts.put("confidentialCare", any(flows, Flow::confidentialCare));
        facts.put("processors", any(partners, partner -> partner.role() == PartyRole.PROCESSOR));
    }

    private static int count(List<Flow> flows, Function<Flow, Collection<OrganisationCode>> end) {
        return (int) flows.stream()
                .flatMap(flow -> end.apply(flow).stream())
                .distinct()
                .count();
    }

    private static void use(Optional<Screening> screening, Map<String, Object> facts) {
        facts.put(
                "automatedDecisions",
                screening
                        .map(Screening::automatedDecisions)
                        .orElse(AutomatedDecisions.NONE)
                        .code());
        Map<String, Function<Screening, @Nullable Boolean>> answers = Map.ofEntries(
                Map.entry("profiling", Screening::profiling),
                Map.entry("ai", Screening::ai),
                Map.entry("algorithmicTool", Screening::algorithmicTool),
                Map.entry("deniesService", Screening::deniesService),
                Map.entry("monitoring", Screening::monitoring),
                Map.entry("publicArea", Screening::publicArea),
                Map.entry("tracking", Screening::tracking),
                Map.entry("invisible", Screening::invisible),
                Map.entry("innovative", Screening::innovative),
                Map.entry("targeting", Screening::targeting),
                Map.entry("unexpected", Screening::unexpected),
                Map.entry("physicalHarm", Screening::physicalHarm),
                Map.entry("ethicsAsked", Screening::ethicsAsked));
        // Until the lead says that genetic data serve anything else, nothing may claim it.
        facts.put("directCare", screening.map(Screening::directCare).orElse(true));
        answers.forEach((name, answer) -> facts.put(name, said(screening, answer)));
    }

    private static boolean said(Optional<Screening> screening, Function<Screening, @Nullable Boolean> answer) {
        return screening.map(given -> Boolean.TRUE.equals(answer.apply(given))).orElse(false);
    }

    private static <T> boolean any(List<T> all, Predicate<T> which) {
        return all.stream().anyMatch(which);
    }
}
