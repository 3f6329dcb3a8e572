package gm.sharing.workflow.form;

import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Leaves to the engine how a form is parsed and found, but not what becomes of its answers. */
interface EnginesForm extends TaskFormHandler {

    /** The engine's own. */
    TaskFormHandler engines();

    @Override
    default TaskFormData createTaskForm(TaskEntity task) {
        return engines().createTaskForm(task);
    }

    @Override
    default void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity process, BpmnParse parse) {
        engines().parseConfiguration(element, deployment, process, parse);
    }
}
