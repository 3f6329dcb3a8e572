package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.ModelRule;
import gm.sharing.workflow.gate.ModelServices;
import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds out once what is known of a process and those around it, and has all checks look at that. */
@Component
@Order(12)
class ProcessRule implements ModelRule {

    private final ModelServices services;
    private final Declarations declarations;
    private final List<ProcessCheck> checks;

    ProcessRule(ModelServices services, Declarations declarations, List<ProcessCheck> checks) {
        this.services = services;
        this.declarations = declarations;
        this.checks = checks;
    }

    @Override
    public boolean looksAtOthers() {
        return true;
    }

    @Override
    public List<Violation> violations(ModelFile file, Surroundings surroundings) {
        if (file.kind() != ModelFile.Kind.BPMN) {
            return List.of();
        }
        KnownModels models = new KnownModels(services, declarations, file, surroundings);
        return checks.stream()
                .flatMap(check -> check.violations(models).stream())
                .toList();
    }
}
