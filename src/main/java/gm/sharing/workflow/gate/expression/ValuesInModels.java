package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.KnownValues;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.ModelServices;
import gm.sharing.workflow.gate.Surroundings;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What variables can be, by what sets them. */
@Component
class ValuesInModels implements KnownValues {

    private final ModelServices services;
    private final Declarations declarations;

    ValuesInModels(ModelServices services, Declarations declarations) {
        this.services = services;
        this.declarations = declarations;
    }

    @Override
    public Set<String> of(ModelFile file, Surroundings surroundings, String process, String variable) {
        return new KnownModels(services, declarations, file, surroundings)
                .process(process)
                .flatMap(variables ->
                        Optional.ofNullable(variables.anywhere(variable).values()))
                .orElse(Set.of());
    }

    @Override
    public Set<String> setBy(String delegateExpression) {
        return ProcessVariables.service(delegateExpression).stream()
                .flatMap(service -> declarations.ofService(service).stream())
                .map(Sets.Variable::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
