package gm.sharing.workflow.dpia;

import gm.sharing.dpia.CriteriaList;
import gm.sharing.dpia.Criterion;
import gm.sharing.project.ProjectReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.springframework.stereotype.Component;

/** Finds the criteria of high risk that a project meets by the table {@code dpia-criteria}. */
@Component
public class Criteria {

    static final String TABLE = "dpia-criteria";

    /** The lists by the code that the table gives them. */
    private static final Map<String, CriteriaList> LISTS = Map.of(
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

    /** Each criterion once, with everything in what the lead said so far that led to it. */
    public List<Criterion> of(ProjectReference reference) {
        return from(tables.ask(TABLE, facts.of(reference)));
    }

    static List<Criterion> from(DmnDecisionTableResult rows) {
        Map<Criterion, List<String>> reasons = new LinkedHashMap<>();
        for (var row : rows) {
            String list = row.getEntry("list");
            CriteriaList known = LISTS.get(list);
            if (known == null) {
                throw new IllegalStateException(
                        "The table dpia-criteria names the list " + list + ", which is not one of " + LISTS.keySet());
            }
            String because = row.getEntry("because");
            reasons.computeIfAbsent(new Criterion(known, row.getEntry("criterion"), ""), found -> new ArrayList<>())
                    .add(Objects.requireNonNull(
                            because, "A row of the table dpia-criteria does not say what led to it"));
        }
        return reasons.entrySet().stream()
                .map(found -> new Criterion(
                        found.getKey().list(), found.getKey().words(), String.join(" ", found.getValue())))
                .sorted(Comparator.comparing(Criterion::list))
                .toList();
    }
}
