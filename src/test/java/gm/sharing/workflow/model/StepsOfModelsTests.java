package gm.sharing.workflow.model;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import com.fasterxml.jackson.databind.ObjectMapper;
import gm.sharing.Shipped;
import gm.sharing.workflow.model.Models.Journey;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What every step of a model keeps to, beyond what the engine asks: who does it, by which form, which service it calls, whom it tells. */
class StepsOfModelsTests extends ModelsOfTheApplication {

    private static final Set<String> BEYOND_BEANS = Set.of("execution", "decisionResult", "workingDays");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern CALLED = Pattern.compile("(?<![.\\w])([a-z]\\w*)\\s*\\.");
    private static final Pattern RECIPIENTS = Pattern.compile(
            "(person:\\$\\{\\w+}|group:(?=[a-z$])[a-z-]*(\\$\\{\\w+})?|owner|partners|asked|decided|waiting)(,(?!$)|$)");

    private static final Pattern RECIPIENTS_OF_AN_ORGANISATION =
            Pattern.compile("(group:(?=[a-z$])[a-z-]*(\\$\\{\\w+})?|leads)(,(?!$)|$)");

    @ParameterizedTest
    @MethodSource("journeys")
    void explainsEveryUserTaskInSeveralSentences(Journey journey) {
        assertThat(ids(
                        all(journey, UserTask.class),
                        task -> task.getDocumentations().stream()
                                        .flatMap(text -> Arrays.stream(
                                                text.getTextContent().split("[.?]\\s")))
                                        .count()
                                < 5))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void asksSomebodyForEveryUserTask(Journey journey) {
        assertThat(ids(
                        all(journey, UserTask.class),
                        task -> isBlank(task.getCamundaAssignee()) == isBlank(task.getCamundaCandidateGroups())
                                && !comesBack(task)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void placesEveryUserTaskInOneOfTheSevenStages(Journey journey) {
        assertThat(ids(
                        all(journey, UserTask.class),
                        task -> !properties(task, "stage").toString().matches("\\[[1-7]]")))
                .isEmpty();
    }

    private static List<String> properties(FlowNode node, String name) {
        return extension(node, CamundaProperties.class)
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void showsTheNewestVersionOfAFormForEveryUserTask(Journey journey) throws IOException {
        assertThat(ids(all(journey, UserTask.class), task -> !"latest".equals(task.getCamundaFormRefBinding())))
                .isEmpty();
        for (String form : forms(journey)) {
            File file = Shipped.file(form + ".form").toFile();
            assertThat(file).isFile();
            assertThat(new ObjectMapper()
                            .readTree(Files.readString(file.toPath()))
                            .path("id")
                            .asText())
                    .isEqualTo(form);
        }
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void callsServicesByNameOnly(Journey journey) {
        assertThat(ids(all(journey, ServiceTask.class), task -> isBlank(task.getCamundaDelegateExpression())))
                .isEmpty();
        assertThat(ids(all(journey, SendTask.class), task -> !isOfAProject(task) && !isOfAnOrganisation(task)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void asksOnlyServicesThatModelsMayUse(Journey journey) throws IOException {
        Set<String> asked = EXPRESSION
                .matcher(Files.readString(journey.file().toPath()))
                .results()
                .flatMap(expression -> CALLED.matcher(
                                TEXT.matcher(expression.group(1)).replaceAll("''"))
                        .results())
                .map(call -> call.group(1))
                .collect(toSet());
        asked.removeAll(BEYOND_BEANS);

        assertThat(modelBeans()).containsAll(asked);
    }

    private static Set<String> modelBeans() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ModelBean.class));
        return scanner.findCandidateComponents("gm.sharing").stream()
                .map(bean -> ((AnnotatedBeanDefinition) bean)
                        .getMetadata()
                        .getAnnotationAttributes(ModelBean.class.getName()))
                .map(annotation -> (String) annotation.get("value"))
                .collect(toSet());
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void callsTheNewestVersionOfWhatIsThere(Journey journey) {
        assertThat(all(journey, CallActivity.class)).allSatisfy(call -> {
            assertThat(Models.file(call.getCalledElement() + ".bpmn")).isFile();
            assertThat(call.getCamundaCalledElementBinding()).isIn(null, "latest");
        });
        assertThat(all(journey, BusinessRuleTask.class)).allSatisfy(task -> {
            assertThat(Models.file(task.getCamundaDecisionRef() + ".dmn")).isFile();
            assertThat(task.getCamundaDecisionRefBinding()).isIn(null, "latest");
        });
    }

    /** Otherwise partners that decide at the same moment get in each other's way. */
    @ParameterizedTest
    @MethodSource("journeys")
    void joinsPartnersInTheBackground(Journey journey) {
        assertThat(all(journey, MultiInstanceLoopCharacteristics.class)).allSatisfy(loop -> {
            assertThat(loop.getParentElement()).isInstanceOf(CallActivity.class);
            assertThat(loop.isSequential()).isFalse();
            assertThat(loop.isCamundaAsyncAfter()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void writesWhomToTellAndWhat(Journey journey) {
        assertThat(all(journey, SendTask.class)).allSatisfy(task -> {
            if (isOfAnOrganisation(task)) {
                assertThat(input(task, "to")).matches("(" + RECIPIENTS_OF_AN_ORGANISATION + ")+");
            } else {
                assertThat(task.getAttributeValueNs(CAMUNDA_NS, "modelerTemplate"))
                        .isEqualTo(SEND_NOTICE);
                assertThat(input(task, "to")).matches("(" + RECIPIENTS + ")+");
            }
            assertThat(input(task, "subject")).isNotBlank().hasSizeLessThanOrEqualTo(250);
            assertThat(input(task, "text")).isNotBlank();
        });
    }

    private static boolean isOfAProject(SendTask task) {
        return "${sendNotice}".equals(task.getCamundaDelegateExpression());
    }

    private static boolean isOfAnOrganisation(SendTask task) {
        return "${sendOrganisationNotice}".equals(task.getCamundaDelegateExpression());
    }

    private static String input(SendTask task, String name) {
        return extension(task, CamundaInputOutput.class)
                .flatMap(inputs -> inputs.getCamundaInputParameters().stream())
                .filter(input -> name.equals(input.getCamundaName()))
                .map(CamundaInputParameter::getTextContent)
                .findFirst()
                .orElse("");
    }

    /** A task for a group that comes back to the person who asked a question. */
    private static boolean comesBack(UserTask task) {
        return !isBlank(task.getCamundaCandidateGroups())
                && task.getCamundaAssignee().matches("\\$\\{.+ \\? askedBy : null}");
    }

    private static <E extends ModelElementInstance> Stream<E> extension(FlowNode node, Class<E> type) {
        return Stream.ofNullable(node.getExtensionElements())
                .flatMap(elements -> elements.getElementsQuery().filterByType(type).list().stream());
    }
}
