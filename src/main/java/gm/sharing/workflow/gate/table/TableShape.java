package gm.sharing.workflow.gate.table;

import static gm.sharing.PlainText.isBlank;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.springframework.util.StringUtils;

/** One table a file, complete as people see it in Camunda Modeler. */
final class TableShape {

    private static final Set<HitPolicy> POLICIES =
            EnumSet.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.ANY, HitPolicy.COLLECT, HitPolicy.RULE_ORDER);

    /** As the engine knows FEEL. */
    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/",
            "https://www.omg.org/spec/DMN/20230324/FEEL/");

    private TableShape() {}

    static List<Violation> violations(ModelFile file) {
        Collection<Decision> decisions = file.dmn().getModelElementsByType(Decision.class);
        if (decisions.size() != 1) {
            return List.of(new Violation(
                    "", "", "the file holds %d decisions; deploy one a file".formatted(decisions.size())));
        }
        var decision = decisions.iterator().next();
        List<Violation> violations = new ArrayList<>();
        languages(file.dmn().getDefinitions().getDomElement(), violations);
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            violations.add(of(decision, "the decision is not a table; draw it as a decision table"));
            return violations;
        }
        if (!decision.getInformationRequirements().isEmpty()
                || !decision.getKnowledgeRequirements().isEmpty()
                || !decision.getAuthorityRequirements().isEmpty()) {
            violations.add(of(decision, "the decision depends on other elements; write everything into its table"));
        }
        if (isBlank(decision.getCamundaHistoryTimeToLiveString())) {
            violations.add(of(decision, "the decision has no history time to live; set it, for example P3650D"));
        }
        if (isBlank(decision.getVersionTag())) {
            violations.add(of(decision, "the decision has no version tag; give it one, for example 1.1"));
        }
        if (decision.getDescription() == null
                || isBlank(decision.getDescription().getTextContent())) {
            violations.add(of(decision, "the decision has no description; say what it decides and for whom"));
        }
        if (file.dmn().getDefinitions().getDomElement().getChildElements().stream()
                .noneMatch(child -> child.getLocalName().equals("DMNDI"))) {
            violations.add(of(decision, "the decision has no diagram; open and save it in Camunda Modeler"));
        }
        table(decision, table, violations);
        return violations;
    }

    private static void table(Decision decision, DecisionTable table, List<Violation> violations) {
        var policy = Optional.ofNullable(table.getHitPolicy()).orElse(HitPolicy.UNIQUE);
        if (!POLICIES.contains(policy)) {
            violations.add(of(
                    decision,
                    "the hit policy " + words(policy)
                            + " cannot be used; take Unique, First, Any, Collect or Rule order"));
        }
        if (table.getAggregation() != null
                && (policy != HitPolicy.COLLECT || table.getOutputs().size() != 1)) {
            violations.add(of(decision, "only one column of a table with the hit policy Collect can be aggregated"));
        }
        if (table.getAggregation() != null
                && table.getAggregation() != BuiltinAggregator.COUNT
                && table.getOutputs().stream()
                        .anyMatch(column -> Fact.Type.of(String.valueOf(column.getTypeRef())) != Fact.Type.NUMBER)) {
            violations.add(of(decision, "only numbers can be aggregated so; take Count, or none"));
        }
        if (table.getInputs().isEmpty()
                || table.getOutputs().isEmpty()
                || table.getRules().isEmpty()) {
            violations.add(of(decision, "the table needs a column to ask about, one that answers, and a row"));
        }
        int number = 0;
        for (Rule rule : table.getRules()) {
            number++;
            if (rule.getDescription() == null || isBlank(rule.getDescription().getTextContent())) {
                violations.add(new Violation(
                        rule.getId(), "row " + number, "the row has no annotation; say where its rule comes from"));
            }
        }
    }

    /** The model's library does not know all attributes of all versions, so they are read as they stand. */
    private static void languages(DomElement element, List<Violation> violations) {
        String language = element.getAttribute("expressionLanguage");
        if (language != null && !FEEL.contains(language)) {
            violations.add(new Violation(
                    Optional.ofNullable(element.getAttribute("id")).orElse(""),
                    "",
                    "decisions are written in FEEL, not in " + FeelCell.quoted(language)));
        }
        element.getChildElements().forEach(child -> languages(child, violations));
    }

    private static Violation of(Decision decision, String rule) {
        return new Violation(decision.getId(), decision.getName(), rule);
    }

    /** As Camunda Modeler writes it. */
    private static String words(HitPolicy policy) {
        return StringUtils.capitalize(policy.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
