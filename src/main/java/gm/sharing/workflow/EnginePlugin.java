package gm.sharing.workflow;

import gm.sharing.workflow.form.FormParseListener;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Makes the engine carry long texts and meet every form with its handler. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final FormParseListener forms;

    EnginePlugin(FormParseListener forms) {
        this.forms = forms;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreVariableSerializers(List.of(new LongStringSerializer()));
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (configuration.getCustomPreBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPreBPMNParseListeners());
        }
        listeners.add(forms);
        configuration.setCustomPreBPMNParseListeners(listeners);
    }
}
