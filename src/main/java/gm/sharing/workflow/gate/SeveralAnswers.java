package gm.sharing.workflow.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A document has one answer to a question: so no form says that it stands there whose process runs several times for one project,
 * each with answers of its own. Of those that people start, the newest counts.
 */
@Component
@Order(5)
class SeveralAnswers extends BpmnRule {

    /** The program begins it itself, and for each of what. */
    private static final Map<String, String> FOR_EACH = Map.of(
            ProgramMessage.MEASURE_DROPPED.model(),
            "measure",
            "missing-organisation",
            "organisation that is asked for");

    /** A form may be changed after the model, and so may those who call it. */
    @Override
    public boolean looksAtOthers() {
        return true;
    }

    @Override
    List<Violation> violations(BpmnModelInstance model, Surroundings surroundings) {
        return AboutPartners.isAboutPartner(model, surroundings)
                ? List.of()
                : whySeveral(model, surroundings)
                        .map(why -> violations(why, model, surroundings))
                        .orElse(List.of());
    }

    private static List<Violation> violations(String why, BpmnModelInstance model, Surroundings surroundings) {
        List<Violation> violations = new ArrayList<>();
        for (UserTask task : InModel.all(model, UserTask.class)) {
            String form = task.getCamundaFormRef();
            if (form != null && InModel.isConstant(form)) {
                surroundings.find(ModelFile.Kind.FORM, form).stream()
                        .flatMap(file -> AboutPartners.inDocuments(file.form()))
                        .forEach(field -> violations.add(InModel.violation(
                                task,
                                "its form “%s” puts “%s” into a document, which has one answer, and %s; take “document” out of the question, or ask it afterwards"
                                        .formatted(
                                                PlainText.shown(form),
                                                PlainText.shown(
                                                        field.path("label").asText()),
                                                why))));
            }
        }
        return violations;
    }

    private static Optional<String> whySeveral(BpmnModelInstance model, Surroundings surroundings) {
        List<String> processes = InModel.processes(model);
        Optional<String> each = processes.stream()
                .flatMap(process -> Stream.ofNullable(FOR_EACH.get(process)))
                .findFirst();
        if (each.isPresent()) {
            return each.map(one -> "this process runs for each " + one);
        }
        List<CallActivity> calls = surroundings
                .all(ModelFile.Kind.BPMN)
                .filter(file -> processes.stream().anyMatch(file::mentions))
                .flatMap(file -> InModel.all(file.bpmn(), CallActivity.class).stream())
                .filter(call -> processes.contains(call.getCalledElement()))
                .toList();
        if (calls.size() > 1) {
            return Optional.of("this process is called in several places, each with answers of its own: "
                    + calls.stream().map(SeveralAnswers::name).sorted().collect(Collectors.joining(", ")));
        }
        return calls.stream()
                .filter(call -> call.getLoopCharacteristics() != null)
                .map(call -> name(call) + " calls this process for each of several, with answers of its own")
                .findFirst();
    }

    private static String name(CallActivity call) {
        return "“" + PlainText.shown(Optional.ofNullable(call.getName()).orElse(call.getId())) + "”";
    }
}
