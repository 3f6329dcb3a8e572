package gm.sharing.workflow.model;

import gm.sharing.Texts;
import gm.sharing.wording.Words;
import gm.sharing.workflow.gate.table.TableContract;
import gm.sharing.workflow.gate.table.TableFault;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedInput;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedOutput;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
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

    private static final Words WORDS = Words.in("form/models");
    private static final Map<String, String> LENGTHS = Map.of("longest", "%,d".formatted(Texts.LONG));

    private final List<TableContract> contracts;

    KeptContracts(List<TableContract> contracts) {
        this.contracts = List.copyOf(contracts);
    }

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        String table = event.getDecision().getKey();
        contracts.stream().filter(one -> one.covers(table)).findFirst().ifPresent(contract -> look(contract, event));
        event.getMatchingRules().forEach(row -> row.getOutputEntries().values().stream()
                .filter(KeptContracts::isTooLong)
                .findFirst()
                .ifPresent(output -> {
                    throw fault(event, row, output.getOutputName(), WORDS.text("table-too-long", LENGTHS));
                }));
    }

    private static void look(TableContract contract, DmnDecisionTableEvaluationEvent event) {
        if (contract.one() && event.getMatchingRules().isEmpty()) {
            throw fault(event, " has no row for this");
        }
        for (var row : event.getMatchingRules()) {
            for (var answer : contract.answers()) {
                String fault = answer.fault(value(row, answer.name()));
                if (fault != null) {
                    throw fault(event, row, answer.name(), fault);
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

    /** Also of a table that the program does not read: a process keeps what it says. */
    private static boolean isTooLong(DmnEvaluatedOutput output) {
        return output.getValue() != null
                && output.getValue().getValue() instanceof String text
                && text.length() > Texts.LONG;
    }

    private static TableFault fault(
            DmnDecisionTableEvaluationEvent event, DmnEvaluatedDecisionRule row, String column, String what) {
        return fault(event, ", row %s, column “%s”, %s".formatted(number(event, row), column, what));
    }

    /** As people count them; the id of one that is not found. */
    private static String number(DmnDecisionTableEvaluationEvent event, DmnEvaluatedDecisionRule row) {
        if (event.getDecision() instanceof DmnDecisionImpl decision
                && decision.getDecisionLogic() instanceof DmnDecisionTableImpl table) {
            for (int i = 0; i < table.getRules().size(); i++) {
                if (row.getId().equals(table.getRules().get(i).getId())) {
                    return String.valueOf(i + 1);
                }
            }
        }
        return row.getId();
    }

    private static TableFault fault(DmnDecisionTableEvaluationEvent event, String what) {
        String found = "The decision table “%s” (%s)%s: %s"
                .formatted(
                        event.getDecision().getName(),
                        event.getDecision().getKey(),
                        what,
                        event.getInputs().stream().map(KeptContracts::inWords).collect(Collectors.joining(", ")));
        String fault = WORDS.text("table-fault", Map.of("fault", found));
        LOG.error("{}", fault);
        return new TableFault(fault);
    }

    private static String inWords(DmnEvaluatedInput input) {
        var value = input.getValue() == null ? null : input.getValue().getValue();
        return "%s %s".formatted(input.getName(), value == null ? "is not known" : "= " + value);
    }
}
