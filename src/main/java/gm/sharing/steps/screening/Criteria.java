package gm.sharing.steps.screening;

import static java.util.stream.Collectors.joining;

import gm.sharing.dpia.CriteriaList;
import gm.sharing.dpia.Criterion;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.model.Tables;
import gm.sharing.workflow.step.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return from(tables.ask(TABLE, facts.of(reference).inputs()));
    }

    /** Several rows of one criterion make one; it counts when one of them does. */
    static FoundCriteria from(List<Row> rows) {
        Map<Criterion, List<Row>> found = new LinkedHashMap<>();
        for (var row : rows) {
            found.computeIfAbsent(new Criterion(list(row), row.text("criterion"), ""), any -> new ArrayList<>())
                    .add(row);
        }
        List<Criterion> all = new ArrayList<>();
        Set<Criterion> counting = new HashSet<>();
        found.forEach((criterion, because) -> {
            var whole = new Criterion(
                    criterion.list(),
                    criterion.words(),
                    because.stream().map(row -> row.text("because")).collect(joining(" ")));
            all.add(whole);
            if (because.stream()
                    .anyMatch(row -> Boolean.TRUE.equals(row.entries().get("counts")))) {
                counting.add(whole);
            }
        });
        all.sort(Comparator.comparing(Criterion::list));
        return new FoundCriteria(List.copyOf(all), Set.copyOf(counting));
    }

    private static CriteriaList list(Row row) {
        CriteriaList list = LISTS.get(row.text("list"));
        if (list == null) {
            throw new IllegalStateException("The table dpia-criteria names the list " + row.text("list")
                    + ", which is not one of " + LISTS.keySet());
        }
        return list;
    }
}
