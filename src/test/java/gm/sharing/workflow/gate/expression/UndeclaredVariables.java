package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.ModelServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateVariableInstance;
import org.camunda.bpm.engine.delegate.VariableListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Watches every journey of every test: a variable that a shipped process gets and {@link Sets} does not declare, or a value
 * that it does not declare, fails where it is set. So what the gate knows of variables is what the program does.
 */
@Component
class UndeclaredVariables extends AbstractProcessEnginePlugin {

    private final ObjectProvider<ModelServices> services;
    private final ObjectProvider<Declarations> declarations;
    private final Map<String, Optional<ProcessVariables>> known = new ConcurrentHashMap<>();

    UndeclaredVariables(ObjectProvider<ModelServices> services, ObjectProvider<Declarations> declarations) {
        this.services = services;
        this.declarations = declarations;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listener = new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                VariableListener<DelegateVariableInstance<?>> check = variable -> check(process.getKey(), variable);
                List.of(VariableListener.CREATE, VariableListener.UPDATE)
                        .forEach(event -> process.addBuiltInVariableListener(event, check));
            }
        };
        List<BpmnParseListener> listeners = new ArrayList<>(List.of(listener));
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private void check(String process, DelegateVariableInstance<?> variable) {
        if (variable.getTaskId() == null) {
            known.computeIfAbsent(process, this::variables)
                    .ifPresent(variables -> check(variables, process, variable.getName(), variable.getValue()));
        }
    }

    private static void check(ProcessVariables variables, String process, String name, Object value) {
        if (!variables.all().contains(name)) {
            throw new IllegalStateException("Nothing declares the variable " + name + " of " + process + ": " + value);
        }
        Kind kind = variables.anywhere(name);
        boolean fits = value == null
                || kind.canBe(value.getClass())
                        && (kind.values() == null || kind.values().contains(String.valueOf(value)));
        if (!fits) {
            throw new IllegalStateException(
                    "The variable " + name + " of " + process + " is declared as " + kind + ", not " + value);
        }
    }

    private Optional<ProcessVariables> variables(String process) {
        ShippedFiles shipped = ShippedFiles.read();
        return shipped.find(ModelFile.Kind.BPMN, process)
                .flatMap(file -> new KnownModels(services.getObject(), declarations.getObject(), file, shipped)
                        .process(process));
    }
}
