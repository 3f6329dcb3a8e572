package gm.sharing.workflow.deadline;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What models say of when something is due. */
@Component
class DueInModels {

    private final RepositoryService repository;

    DueInModels(RepositoryService repository) {
        this.repository = repository;
    }

    /** The expression for a task's due date; null when there is none. */
    @Nullable String ofTask(String definition, String element) {
        return model(definition).getModelElementById(element) instanceof UserTask task
                ? task.getCamundaDueDate()
                : null;
    }

    /** The expression for a timer's moment; null when it has a length of time or comes again. */
    @Nullable String ofTimer(String definition, String element) {
        return model(definition).getModelElementById(element) instanceof CatchEvent event
                ? event.getEventDefinitions().stream()
                        .filter(TimerEventDefinition.class::isInstance)
                        .map(timer -> ((TimerEventDefinition) timer).getTimeDate())
                        .flatMap(date -> Optional.ofNullable(date).stream())
                        .map(TimeDate::getTextContent)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** The variables in which these models keep the end of counted working days. */
    Set<String> countedVariables(Collection<String> definitions) {
        return definitions.stream()
                .map(this::model)
                .flatMap(model -> Stream.concat(
                        model.getModelElementsByType(CamundaInputParameter.class).stream()
                                .filter(one -> DueExpression.isCounted(one.getTextContent()))
                                .map(CamundaInputParameter::getCamundaName),
                        model.getModelElementsByType(CamundaOutputParameter.class).stream()
                                .filter(one -> DueExpression.isCounted(one.getTextContent()))
                                .map(CamundaOutputParameter::getCamundaName)))
                .collect(Collectors.toSet());
    }

    private BpmnModelInstance model(String definition) {
        return repository.getBpmnModelInstance(definition);
    }
}
