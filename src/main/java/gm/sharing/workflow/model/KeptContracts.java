package gm.sharing.workflow.model;

import gm.sharing.Refused;
import gm.sharing.workflow.gate.table.TableContract;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedInput;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at every answer of a table before anybody reads it. What is stored may be older than the checks at deployment, and who
 * asks is rarely who can mend the table.
 */
@Component
class KeptContracts implements DmnDecisionTableEvaluationListener {

    private static final Logger LOG = LoggerFactory.getLogger(KeptContracts.class);

    private final List<TableContract> contracts;

    KeptContracts(List<TableContract> contracts) {
        this.contracts = List.copyOf(contracts);
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        String table = event.getDecision().getKey();
        contracts.stream().filter(one -> one.covers(table)).findFirst().ifPresent(contract -> look(contract, event));
    }

    private static void look(TableContract contract, DmnDecisionTableEvaluationEvent event) {
        if (contract.one() && event.getMatchingRules().isEmpty()) {
            throw fault(event, "has no row for this");
        }
        for (var row : event.getMatchingRules()) {
            for (var answer : contract.answers()) {
                String fault = answer.fault(value(row, answer.name()));
                if (fault != null) {
                    throw fault(event, "%s in the row %s, column “%s”".formatted(fault, row.getId(), answer.name()));
                }
            }
        }
    }

    private static @Nullable Object value(DmnEvaluatedDecisionRule row, String name) {
        return row.getOutputEntries().values().stream()
                .filter(output -> output.getOutputName().equals(name))
                .findFirst()
                .map(DmnEvaluatedOutput::getValue)
                .map(value -> value.getValue())
                .orElse(null);
    }

    private static Refused fault(DmnDecisionTableEvaluationEvent event, String what) {
        String fault =
                "The decision table “%s” (%s) %s: %s. A process owner has to correct the table; then do this again."
                        .formatted(
                                event.getDecision().getName(),
                                event.getDecision().getKey(),
                                what,
                                event.getInputs().stream()
                                        .map(KeptContracts::inWords)
                                        .collect(Collectors.joining(", ")));
        LOG.error("{}", fault);
        return new Refused(fault);
    }

    private static String inWords(DmnEvaluatedInput input) {
        var value = input.getValue() == null ? null : input.getValue().getValue();
        return "%s %s".formatted(input.getName(), value == null ? "is not known" : "= " + value);
    }
}
