package gm.sharing.workflow.gate.table;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.ModelRule;
import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/** A decision table has cells that FEEL can evaluate quickly, keeps what the program relies on, and answers everything once. */
@Component
class TableRule implements ModelRule {

    /** Looked at before FEEL reads any cell, because going through all that can be so takes the longer the more rows there are. */
    private static final int MOST_OF_ORGANISATION = 60;

    /** Each row is compared with all others, unless the table is a list of codes; our largest that is none has 44. */
    private static final int MOST_COMPARED = 100;

    private static final gm.sharing.wording.Words WORDS = gm.sharing.wording.Words.in("form/models");

    private final List<TableContract> contracts;

    TableRule(List<TableContract> contracts) {
        this.contracts = contracts;
    }

    @Override
    public List<Violation> violations(ModelFile file, Surroundings surroundings) {
        return switch (file.kind()) {
            case DMN -> ofTable(file, surroundings);
            case FORM -> ofForm(file, surroundings);
            default -> List.of();
        };
    }

    private List<Violation> ofTable(ModelFile file, Surroundings surroundings) {
        List<Violation> violations = new ArrayList<>(TableShape.violations(file));
        if (!violations.isEmpty()) {
            return violations;
        }
        var decision = decision(file);
        var contract = contract(decision.getId());
        boolean list = contract.filter(TableContract::lists).isPresent()
                || CodeRows.of(file).isPresent();
        int rows = decision.getExpression().getChildElementsByType(Rule.class).size();
        boolean family = contract.filter(TableContract::family).isPresent();
        if (!list && !family && rows > MOST_COMPARED) {
            return List.of(new Violation(
                    decision.getId(),
                    decision.getName(),
                    WORDS.text("rows-too-many", Map.of("most", String.valueOf(MOST_COMPARED)))));
        }
        if (family && rows > MOST_OF_ORGANISATION) {
            return List.of(new Violation(
                    decision.getId(),
                    decision.getName(),
                    "the table has %d rows; write at most %d, about what recipients have in common"
                            .formatted(rows, MOST_OF_ORGANISATION)));
        }
        var table = read(file);
        violations.addAll(table.unreadable);
        if (violations.isEmpty() && list) {
            violations.addAll(CodeRows.violations(table, contract));
            return violations.isEmpty()
                    ? new CodesOfOtherTables(contracts, surroundings).violations(table)
                    : violations;
        }
        if (violations.isEmpty()) {
            var words = new Words(table, contract, surroundings);
            violations.addAll(words.violations());
            if (violations.isEmpty()) {
                violations.addAll(new Rows(table, contract, words).violations());
            }
        }
        return violations;
    }

    /** Every table that reads what the form offers has to know it. */
    private List<Violation> ofForm(ModelFile form, Surroundings surroundings) {
        List<Violation> violations = new ArrayList<>();
        for (var contract : contracts) {
            if (contract.facts().stream().anyMatch(fact -> Words.isOffered(fact, form.keys()))) {
                surroundings
                        .find(ModelFile.Kind.DMN, contract.table())
                        .filter(file -> TableShape.violations(file).isEmpty())
                        .map(TableRule::read)
                        .filter(table -> table.unreadable.isEmpty())
                        .map(table -> new Words(table, Optional.of(contract), surroundings).unknownOptions())
                        .ifPresent(violations::addAll);
            }
        }
        return violations;
    }

    private Optional<TableContract> contract(String table) {
        return contracts.stream().filter(contract -> contract.covers(table)).findFirst();
    }

    private static Decision decision(ModelFile file) {
        return file.dmn().getModelElementsByType(Decision.class).iterator().next();
    }

    static Table read(ModelFile file) {
        var decision = decision(file);
        return new Table(decision, (DecisionTable) decision.getExpression());
    }
}
