package gm.sharing.workflow.model;

import gm.sharing.workflow.gate.Violation;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.bpmn.behavior.BoundaryConditionalEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.BoundaryEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.DmnBusinessRuleTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ErrorEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventSubProcessActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventSubProcessStartConditionalEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventSubProcessStartEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExclusiveGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.InclusiveGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateCatchEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateCatchLinkEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateConditionalEventBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateThrowNoneEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.NoneEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.NoneStartEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.SequentialMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskDelegateExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ServiceTaskExpressionActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.SubProcessActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.TerminateEndEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.listener.DelegateExpressionExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.el.UelExpressionCondition;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what the engine made of a model, whatever stands in the file and however old it is: steps that it has no business
 * with are not run. The gate should have refused the file before.
 */
final class BuiltModels extends AbstractBpmnParseListener {

    private static final Set<Class<?>> BEHAVIOURS = Set.of(
            BoundaryConditionalEventActivityBehavior.class,
            BoundaryEventActivityBehavior.class,
            CallActivityBehavior.class,
            DmnBusinessRuleTaskActivityBehavior.class,
            ErrorEndEventActivityBehavior.class,
            EventBasedGatewayActivityBehavior.class,
            EventSubProcessActivityBehavior.class,
            EventSubProcessStartConditionalEventActivityBehavior.class,
            EventSubProcessStartEventActivityBehavior.class,
            ExclusiveGatewayActivityBehavior.class,
            InclusiveGatewayActivityBehavior.class,
            IntermediateCatchEventActivityBehavior.class,
            IntermediateCatchLinkEventActivityBehavior.class,
            IntermediateConditionalEventBehavior.class,
            IntermediateThrowNoneEventActivityBehavior.class,
            NoneEndEventActivityBehavior.class,
            NoneStartEventActivityBehavior.class,
            ParallelGatewayActivityBehavior.class,
            ParallelMultiInstanceActivityBehavior.class,
            SequentialMultiInstanceActivityBehavior.class,
            ServiceTaskDelegateExpressionActivityBehavior.class,
            ServiceTaskExpressionActivityBehavior.class,
            SubProcessActivityBehavior.class,
            TerminateEndEventActivityBehavior.class,
            UserTaskActivityBehavior.class);

    /** Where the engine's own classes are: a listener that a model asks for is one of them, whatever it calls. */
    private static final String ENGINE = "org.camunda.bpm.engine.";

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        check(process, process);
    }

    private static void check(ScopeImpl scope, ProcessDefinitionEntity process) {
        listeners(scope.getListeners(), scope.getBuiltInListeners(), scope.getId(), process);
        for (ActivityImpl activity : scope.getActivities()) {
            Object behaviour = activity.getActivityBehavior();
            if (behaviour != null && !BEHAVIOURS.contains(behaviour.getClass())) {
                throw refused(
                        process,
                        activity.getId(),
                        "the engine would run a "
                                + behaviour.getClass().getSimpleName().replace("ActivityBehavior", "")
                                + " here, which models may not; use a step that is listed in the guide for models");
            }
            if (behaviour instanceof UserTaskActivityBehavior task) {
                listeners(
                        task.getTaskDefinition().getTaskListeners(),
                        task.getTaskDefinition().getBuiltinTaskListeners(),
                        activity.getId(),
                        process);
            }
            for (PvmTransition way : activity.getOutgoingTransitions()) {
                Object condition = way.getProperty(BpmnParse.PROPERTYNAME_CONDITION);
                if (condition != null && condition.getClass() != UelExpressionCondition.class) {
                    throw refused(process, way.getId(), "its condition is a script; write it as an expression");
                }
            }
            check(activity, process);
        }
    }

    /** @param builtIn those among them that the engine brings */
    private static void listeners(
            Map<String, ? extends Collection<?>> listeners,
            Map<String, ? extends Collection<?>> builtIn,
            @Nullable String element,
            ProcessDefinitionEntity process) {
        Set<Object> engines = Collections.newSetFromMap(new IdentityHashMap<>());
        builtIn.values().forEach(engines::addAll);
        listeners.values().stream().flatMap(Collection::stream).forEach(listener -> {
            if (!engines.contains(listener)
                    && listener.getClass() != DelegateExpressionExecutionListener.class
                    && listener.getClass().getName().startsWith(ENGINE)) {
                throw refused(
                        process,
                        element,
                        "its listener is not one of the services that models may use; name one with a delegate expression");
            }
        });
    }

    /** @param element null for the process, which has no id yet while it is read */
    private static ParseException refused(ProcessDefinitionEntity process, @Nullable String element, String rule) {
        Violation violation = new Violation(element == null ? process.getKey() : element, "", rule);
        return new ParseException(
                process.getKey() + " is refused: " + violation.getMessage() + ".",
                process.getKey(),
                List.of(violation),
                List.of());
    }
}
