package gm.sharing.workflow;

import gm.sharing.audit.SecurityTrail;
import gm.sharing.workflow.form.DoneTasks;
import gm.sharing.workflow.form.FormParseListener;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/** Makes the engine carry long texts, meet every form with its handler and refuse in plain words, and lets people act at once. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final FormParseListener forms;
    private final DoneTasks doneTasks;
    private final SecurityTrail trail;

    EnginePlugin(FormParseListener forms, DoneTasks doneTasks, SecurityTrail trail) {
        this.trail = trail;
        this.forms = forms;
        this.doneTasks = doneTasks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<CommandInterceptor> interceptors = new ArrayList<>();
        interceptors.add(new OneAfterTheOther(configuration, doneTasks));
        interceptors.add(new RefusalsInPlainWords(configuration));
        if (configuration.getCustomPreCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(configuration.getCustomPreCommandInterceptorsTxRequired());
        }
        configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
        configuration.setFailedJobCommandFactory(new FailedJobs());
        configuration.setCustomSessionFactories(List.of(new GroupsAsGiven.Factory(trail)));
        configuration.setFormService(forms.service());
        configuration.setCustomPreVariableSerializers(List.of(new LongStringSerializer()));
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (configuration.getCustomPreBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPreBPMNParseListeners());
        }
        listeners.add(forms);
        configuration.setCustomPreBPMNParseListeners(listeners);
    }
}
