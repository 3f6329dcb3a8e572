package gm.sharing.workflow.task;

import gm.sharing.organisation.Role;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * What a model says about a user task.
 *
 * @param stage the framework's stage, 1 to 7, from the task's property {@code stage}; 0 when it is not known
 * @param role the role of its candidates, also when somebody of them gets it first; without candidates the project lead's,
 *     when the lead gets it; empty when each instance has candidates or a person of its own
 * @param form in which it is answered; null without one
 * @param process the id of the process that it is a step of; null when it is not known
 */
public record TaskWords(int stage, Optional<Role> role, @Nullable String form, @Nullable String process) {

    /** How models name the account of the project lead. */
    private static final String LEAD = "${lead}";

    /** How models name the code of the organisation that is asked. */
    private static final String PARTNER = "${partner}";

    private static final String ANY_ORGANISATION = "any";

    /** Of a task whose model cannot be read or says nothing of stages. */
    static final TaskWords UNKNOWN = new TaskWords(0, Optional.empty(), null, null);

    static TaskWords of(BpmnModelInstance model, String taskId) {
        UserTask task = model.getModelElementById(taskId);
        return new TaskWords(stage(task), role(task), task.getCamundaFormRef(), process(task));
    }

    private static @Nullable String process(UserTask task) {
        return Stream.<ModelElementInstance>iterate(task, Objects::nonNull, ModelElementInstance::getParentElement)
                .filter(Process.class::isInstance)
                .map(around -> ((Process) around).getId())
                .findFirst()
                .orElse(null);
    }

    private static int stage(UserTask task) {
        return stageOf(task).orElseThrow(() -> new IllegalStateException("The task " + task.getId() + " has no stage"));
    }

    /** The stage of an element, from its property; empty when it has none. */
    public static OptionalInt stageOf(FlowElement element) {
        return properties(element, "stage").mapToInt(Integer::parseInt).findFirst();
    }

    /** Whether what is typed into the form of a task is for all who may take it, by its property. */
    public static boolean sharesDrafts(FlowElement element) {
        return properties(element, "drafts").anyMatch("office"::equals);
    }

    private static Stream<String> properties(FlowElement element, String name) {
        return element.getExtensionElements() == null
                ? Stream.empty()
                : element
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaProperties.class)
                        .list()
                        .stream()
                        .flatMap(properties -> properties.getCamundaProperties().stream())
                        .filter(property -> name.equals(property.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue);
    }

    private static Optional<Role> role(UserTask task) {
        return task.getCamundaCandidateGroupsList().isEmpty() && LEAD.equals(task.getCamundaAssignee())
                ? Optional.of(Role.PROJECT_LEAD)
                : task.getCamundaCandidateGroupsList().stream()
                        .flatMap(group -> Role.ofGroup(group.replace(PARTNER, ANY_ORGANISATION)).stream())
                        .findFirst();
    }
}
