package gm.sharing.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.question.InDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What is answered about one partner stands in no document, because everybody in the project reads those: so no form of a
 * process owner's own says that it does where a partner is meant.
 */
@Component
@Order(5)
class AboutPartners extends BpmnRule {

    private static final String PARTNER = "partner";

    private final KnownForms forms;

    AboutPartners(KnownForms forms) {
        this.forms = forms;
    }

    /** A form may be changed after the model. */
    @Override
    public boolean looksAtOthers() {
        return true;
    }

    @Override
    List<Violation> violations(BpmnModelInstance model, Surroundings surroundings) {
        if (!isAboutPartner(model, surroundings)) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        for (UserTask task : InModel.all(model, UserTask.class)) {
            String form = task.getCamundaFormRef();
            if (form == null || !InModel.isConstant(form) || forms.find(form).isPresent()) {
                continue;
            }
            surroundings.find(ModelFile.Kind.FORM, form).stream()
                    .flatMap(file -> inDocuments(file.form()))
                    .forEach(field -> violations.add(InModel.violation(
                            task,
                            "its form “%s” puts “%s” into a document, but here it is about one partner, whose sign-off not everybody sees; take “document” out of the question"
                                    .formatted(
                                            PlainText.shown(form),
                                            PlainText.shown(field.path("label").asText())))));
        }
        return violations;
    }

    /** Whether its callers give it a partner, or it says that it will be given one. */
    static boolean isAboutPartner(BpmnModelInstance model, Surroundings surroundings) {
        List<String> processes = InModel.processes(model);
        return InModel.all(model, StartEvent.class).stream()
                        .flatMap(start -> InModel.properties(start, "takes").stream())
                        .filter(Objects::nonNull)
                        .flatMap(names -> Arrays.stream(names.split(",", -1)))
                        .anyMatch(name -> name.strip().equals(PARTNER))
                || surroundings
                        .all(ModelFile.Kind.BPMN)
                        .filter(file -> processes.stream().anyMatch(file::mentions))
                        .flatMap(file -> InModel.all(file.bpmn(), CallActivity.class).stream())
                        .filter(call -> processes.contains(call.getCalledElement()))
                        .flatMap(AboutPartners::given)
                        .anyMatch(PARTNER::equals);
    }

    private static Stream<String> given(CallActivity call) {
        return Stream.ofNullable(call.getExtensionElements())
                .flatMap(elements -> elements.getElementsQuery().filterByType(CamundaIn.class).list().stream())
                .map(CamundaIn::getCamundaTarget)
                .filter(Objects::nonNull);
    }

    /** The questions of a form that say that they stand in a document. */
    static Stream<JsonNode> inDocuments(JsonNode form) {
        return fields(form).filter(AboutPartners::standsInADocument);
    }

    private static Stream<JsonNode> fields(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(field -> Stream.concat(Stream.of(field), fields(field)));
    }

    private static boolean standsInADocument(JsonNode field) {
        return InDocument.of(field.path("properties").path("document").asText())
                .filter(document -> document != InDocument.NONE)
                .isPresent();
    }
}
