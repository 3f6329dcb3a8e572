package gm.sharing.workflow.form;

import gm.sharing.Refused;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;

/** Takes the answers of a start form to its handler; the process starts with what the handler returns. */
final class StartFormSubmission implements StartFormHandler {

    private final StartFormHandler engines;
    private final String form;
    private final Submissions submissions;

    StartFormSubmission(StartFormHandler engines, String form, Submissions submissions) {
        this.engines = engines;
        this.form = form;
        this.submissions = submissions;
    }

    String form() {
        return form;
    }

    @Override
    public void submitFormVariables(VariableMap answers, VariableScope instance) {
        submissions.start(form, (ExecutionEntity) instance, answers);
    }

    /** A start by another way than the form has no project behind it. */
    static void refuseStartWithoutForm(BaseDelegateExecution execution) {
        if (!Submissions.wasAccepted(((DelegateExecution) execution).getProcessInstanceId())) {
            throw new Refused("Start this process with its form.");
        }
    }

    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity process) {
        return engines.createStartFormData(process);
    }

    @Override
    public void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
        engines.parseConfiguration(element, deployment, process, parse);
    }
}
