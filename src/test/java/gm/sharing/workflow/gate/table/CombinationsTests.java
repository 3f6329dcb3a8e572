package gm.sharing.workflow.gate.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That what is found by going through representatives is what the engine itself says to every single combination. */
class CombinationsTests {

    private static final int TRIES = 8;

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    /** Cells are changed at random, so that rows overlap, exclude each other and leave gaps. */
    @ParameterizedTest
    @CsvSource({
        "sign-off-roles, role:controller/joint-controller/processor confidentialCare:true/false residualHigh:true/false",
        "review-deadlines, kind:sign-off/question/dpo-advice/board/ethics urgency:normal/urgent",
        "dpia-risk, likelihood:remote/possible/probable severity:minimal/significant/severe",
        "dpia-gate, personalData:true/false approved:0/1/2 rejected:0/1/2 open:0/1/2 overdue:0/1/2",
        "dpia-screening, criteriaAlways:0/1/2 criteriaIco:0/1/2 criteriaIcoPlus:0/1/2 criteriaWp248:0/1/2/3"
    })
    void agreesWithTheEngineOnEveryCombination(String name, String facts) {
        Map<String, List<Object>> domains = domains(facts);
        var random = new Random(name.hashCode());
        int gaps = 0;
        int overlaps = 0;
        for (int i = 0; i < TRIES; i++) {
            var model = Dmn.readModelFromStream(Tables.table(name + ".dmn").content());
            var decisionTable =
                    model.getModelElementsByType(DecisionTable.class).iterator().next();
            decisionTable.setHitPolicy(HitPolicy.COLLECT);
            List<Rule> rules = List.copyOf(decisionTable.getRules());
            for (int change = 0; change < i % 4; change++) {
                var cells = List.copyOf(rules.get(random.nextInt(rules.size())).getInputEntries());
                var cell = cells.get(random.nextInt(cells.size()));
                var other = List.copyOf(rules.get(random.nextInt(rules.size())).getInputEntries())
                        .get(cells.indexOf(cell));
                cell.getText()
                        .setTextContent(
                                random.nextInt(3) == 0 ? "" : other.getText().getTextContent());
            }
            var table = TableRule.read(Tables.file(name + ".dmn", Dmn.convertToString(model)));
            var examples = new Combinations(table, new LinkedHashMap<>(domains)).ofAllRows();
            var bySets = examples.stream()
                    .collect(
                            HashMap<List<Integer>, Boolean>::new,
                            (sets, example) ->
                                    sets.put(example.rows().stream().boxed().toList(), true),
                            HashMap::putAll)
                    .keySet();

            for (var row : decisionTable.getRules()) {
                var entry = row.getOutputEntries().iterator().next();
                entry.getText().setTextContent("\"" + rules.indexOf(row) + "\"");
            }
            decisionTable.getOutputs().forEach(output -> output.setTypeRef("string"));
            var decision = engine.parseDecision(name, model);
            var byEngine = new HashMap<List<Integer>, Boolean>();
            String first = decisionTable.getOutputs().iterator().next().getName();
            for (var combination : combinations(domains)) {
                byEngine.put(
                        engine.evaluateDecisionTable(decision, combination).stream()
                                .map(row -> Integer.valueOf(row.<String>getEntry(first)))
                                .toList(),
                        true);
            }
            assertThat(bySets).as("try %d", i).isEqualTo(byEngine.keySet());
            gaps += byEngine.containsKey(List.of()) ? 1 : 0;
            overlaps += byEngine.keySet().stream().anyMatch(set -> set.size() > 1) ? 1 : 0;
        }
        assertThat(gaps).as("gaps").isPositive();
        assertThat(overlaps).as("overlaps").isPositive();
    }

    private static Map<String, List<Object>> domains(String facts) {
        Map<String, List<Object>> domains = new LinkedHashMap<>();
        for (String fact : facts.split(" ")) {
            List<Object> values = new ArrayList<>();
            for (String value : fact.substring(fact.indexOf(':') + 1).split("/")) {
                values.add(
                        value.matches("true|false")
                                ? Boolean.valueOf(value)
                                : value.matches("\\d") ? Integer.valueOf(value) : value);
            }
            domains.put(fact.substring(0, fact.indexOf(':')), values);
        }
        return domains;
    }

    private static List<Map<String, Object>> combinations(Map<String, List<Object>> domains) {
        List<Map<String, Object>> all = List.of(Map.of());
        for (var domain : domains.entrySet()) {
            all = all.stream()
                    .flatMap(so -> IntStream.range(0, domain.getValue().size()).mapToObj(i -> {
                        Map<String, Object> more = new HashMap<>(so);
                        more.put(domain.getKey(), domain.getValue().get(i));
                        return more;
                    }))
                    .toList();
        }
        return all;
    }
}
