package gm.sharing.workflow.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;

/** The decision tables as they are shipped, each asked on its own. */
final class TablesByHand {

    static final List<String> matched = new ArrayList<>();
    static final DmnEngine engine = engine();

    private TablesByHand() {}

    static DmnEngine engine() {
        DmnDecisionTableEvaluationListener listener = event -> event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .forEach(matched::add);
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(listener));
        return configuration.buildEngine();
    }

    static DmnDecisionTableResult decide(String table, Map<String, Object> inputs) {
        matched.clear();
        return engine.evaluateDecisionTable(table, Dmn.readModelFromFile(Models.file(table + ".dmn")), inputs);
    }
}
