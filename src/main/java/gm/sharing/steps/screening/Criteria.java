package gm.sharing.steps.screening;

import static java.util.stream.Collectors.joining;

import gm.sharing.dpia.CriteriaList;
import gm.sharing.dpia.Criterion;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.model.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.springframework.stereotype.Component;

/** Finds the criteria of high risk that a project meets by the table {@code dpia-criteria}. */
@Component
public class Criteria {

    public static final String TABLE = "dpia-criteria";

    /** The lists by the code that the table gives them. */
    public static final Map<String, CriteriaList> LISTS = Map.of(
            "always", CriteriaList.ALWAYS,
            "ico", CriteriaList.ICO,
            "icoPlus", CriteriaList.ICO_PLUS,
            "wp248", CriteriaList.WP248);

    private final ProjectFacts facts;
    private final Tables tables;

    Criteria(ProjectFacts facts, Tables tables) {
        this.facts = facts;
        this.tables = tables;
    }

    /** In what the lead said so far. */
    public FoundCriteria of(ProjectReference reference) {
        return from(tables.ask(TABLE, facts.of(reference)));
    }

    /** Several rows of one criterion make one; it counts when one of them does. */
    static FoundCriteria from(DmnDecisionTableResult rows) {
        Map<Criterion, List<DmnDecisionRuleResult>> found = new LinkedHashMap<>();
        for (var row : rows) {
            found.computeIfAbsent(new Criterion(list(row), text(row, "criterion"), ""), any -> new ArrayList<>())
                    .add(row);
        }
        List<Criterion> all = new ArrayList<>();
        Set<Criterion> counting = new HashSet<>();
        found.forEach((criterion, because) -> {
            var whole = new Criterion(
                    criterion.list(),
                    criterion.words(),
                    because.stream().map(row -> text(row, "because")).collect(joining(" ")));
            all.add(whole);
            if (because.stream().anyMatch(row -> Boolean.TRUE.equals(row.getEntry("counts")))) {
                counting.add(whole);
            }
        });
        all.sort(Comparator.comparing(Criterion::list));
        return new FoundCriteria(List.copyOf(all), Set.copyOf(counting));
    }

    private static CriteriaList list(DmnDecisionRuleResult row) {
        CriteriaList list = LISTS.get(text(row, "list"));
        if (list == null) {
            throw new IllegalStateException("The table dpia-criteria names the list " + text(row, "list")
                    + ", which is not one of " + LISTS.keySet());
        }
        return list;
    }

    private static String text(DmnDecisionRuleResult row, String output) {
        String text = row.getEntry(output);
        if (text == null) {
            throw new IllegalStateException("A row of the table dpia-criteria has no " + output);
        }
        return text;
    }
}
