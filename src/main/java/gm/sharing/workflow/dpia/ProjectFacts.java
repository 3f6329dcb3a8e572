package gm.sharing.workflow.dpia;

import static java.util.stream.Collectors.joining;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.DataItem;
import gm.sharing.project.Flow;
import gm.sharing.project.Needs;
import gm.sharing.project.PartyRole;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** What the lead said about a project, as inputs of the tables that judge it. {@code src/docs/models.md} names them. */
@Component
public class ProjectFacts {

    private final Projects projects;
    private final DecisionService decisions;

    ProjectFacts(Projects projects, DecisionService decisions) {
        this.projects = projects;
        this.decisions = decisions;
    }

    /** Every fact by its name in the tables; what nobody said yet counts as not being so. */
    public Map<String, Object> of(ProjectReference reference) {
        SharingProject project = projects.get(reference);
        Map<String, Object> facts = new HashMap<>();
        project.needs().ifPresent(needs -> describe(needs, facts));
        describe(project.flows(), facts);
        facts.put("processors", project.partners().stream().anyMatch(partner -> partner.role() == PartyRole.PROCESSOR));
        return facts;
    }

    private void describe(Needs needs, Map<String, Object> facts) {
        List<DataItem> items = needs.dataItems();
        facts.put("personalData", any(items, DataItem::personal));
        facts.put("dataKinds", items.stream().map(DataItem::kind).distinct().toList());
        facts.put("specialCategory", any(items, DataItem::specialCategory));
        facts.put("criminalOffence", any(items, DataItem::criminalOffence));
        facts.put("genetic", any(items, DataItem::genetic));
        facts.put("biometric", any(items, DataItem::biometric));
        facts.put("location", any(items, DataItem::location));
        facts.put("highlyPersonal", any(items, DataItem::highlyPersonal));
        facts.put("scale", needs.scale());
        facts.put("matching", needs.matching());
        List<DmnDecisionRuleResult> groups =
                needs.groups().stream().map(this::group).toList();
        facts.put("groups", needs.groups());
        facts.put(
                "groupsInWords",
                groups.stream()
                        .<String>map(group -> group.getEntry("words"))
                        .distinct()
                        .collect(joining(", ")));
        facts.put("children", needs.groups().contains("children"));
        facts.put("vulnerable", any(groups, group -> Boolean.TRUE.equals(group.getEntry("vulnerable"))));
    }

    private DmnDecisionRuleResult group(String code) {
        return decisions
                .evaluateDecisionTableByKey("people-groups", Map.of("group", code))
                .getSingleResult();
    }

    private static void describe(List<Flow> flows, Map<String, Object> facts) {
        facts.put("providers", count(flows, Flow::from));
        facts.put("recipients", count(flows, Flow::to));
        facts.put("copies", any(flows, flow -> flow.copyReason() != null));
        facts.put("lawEnforcement", any(flows, Flow::lawEnforcement));
        facts.put("confidentialCare", any(flows, Flow::confidentialCare));
    }

    private static int count(List<Flow> flows, Function<Flow, Collection<OrganisationCode>> end) {
        return (int) flows.stream()
                .flatMap(flow -> end.apply(flow).stream())
                .distinct()
                .count();
    }

    private static <T> boolean any(List<T> all, Predicate<T> which) {
        return all.stream().anyMatch(which);
    }
}
