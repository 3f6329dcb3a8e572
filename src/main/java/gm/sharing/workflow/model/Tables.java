package gm.sharing.workflow.model;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.stereotype.Component;

/** Asks decision tables on the application's own account: whoever completes a form needs no permission on them. */
@Component
public class Tables {

    private final DecisionService decisions;

    Tables(DecisionService decisions) {
        this.decisions = decisions;
    }

    /** The table's answer, in the version that the process owner deployed last. */
    public DmnDecisionTableResult ask(String table, Map<String, Object> inputs) {
        return withoutAuthorization(() -> decisions
                .evaluateDecisionTableByKey(table)
                .decisionDefinitionWithoutTenantId()
                .variables(inputs)
                .evaluate());
    }

    private static DmnDecisionTableResult withoutAuthorization(Supplier<DmnDecisionTableResult> question) {
        var command = Context.getCommandContext();
        return command == null ? question.get() : command.runWithoutAuthorization(question::get);
    }
}
