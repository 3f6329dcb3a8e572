package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.ModelServices;
import gm.sharing.workflow.gate.Violation;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The shipped models with something changed, as the rule for expressions judges them. */
abstract class ExpressionsOfModels {

    final ShippedFiles shipped = ShippedFiles.read();

    @Autowired
    ModelServices services;

    @Autowired
    Declarations declarations;

    ProcessRule rule;

    @BeforeEach
    void makeRule() {
        rule = new ProcessRule(services, declarations, List.of(new ExpressionRule(services, declarations)));
    }

    List<Violation> violations(ModelFile file) {
        return rule.violations(file, shipped.with(file));
    }

    List<String> messages(ModelFile file, ShippedFiles surroundings) {
        return rule.violations(file, surroundings.with(file)).stream()
                .map(Violation::getMessage)
                .toList();
    }
}
