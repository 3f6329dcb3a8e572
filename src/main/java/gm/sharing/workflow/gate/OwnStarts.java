package gm.sharing.workflow.gate;

import static gm.sharing.PlainText.isBlank;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.organisation.Role;
import gm.sharing.workflow.form.OwnStart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A process that people start on a project asks for the project, and says who may start it. */
@Component
@Order(5)
class OwnStarts extends BpmnRule {

    private final KnownForms forms;
    private final KnownGroups groups;

    OwnStarts(KnownForms forms, KnownGroups groups) {
        this.forms = forms;
        this.groups = groups;
    }

    @Override
    public boolean looksAtOthers() {
        return true;
    }

    @Override
    List<Violation> violations(BpmnModelInstance model, Surroundings surroundings) {
        List<Violation> violations = new ArrayList<>();
        for (UserTask task : InModel.all(model, UserTask.class)) {
            if (isOwn(task.getCamundaFormRef())
                    && surroundings.find(ModelFile.Kind.FORM, task.getCamundaFormRef()).stream()
                            .map(ModelFile::form)
                            .anyMatch(form -> field(form).isPresent())) {
                violations.add(InModel.violation(
                        task,
                        "its project is known, so its form cannot ask for one; take the field with the key “"
                                + OwnStart.PROJECT + "” out"));
            }
        }
        for (Process process : InModel.all(model, Process.class)) {
            List<StartEvent> own = process.getChildElementsByType(StartEvent.class).stream()
                    .filter(start -> isOwn(start.getCamundaFormRef()))
                    .toList();
            if (own.isEmpty() && !isBlank(process.getCamundaCandidateStarterGroups())) {
                violations.add(InModel.violation(
                        process,
                        "people start only a process of your own with a form; give its start event a form of your own,"
                                + " or take the candidate starter groups out"));
            }
            if (!own.isEmpty()) {
                starters(process).map(rule -> InModel.violation(process, rule)).forEach(violations::add);
            }
            for (StartEvent start : own) {
                surroundings.find(ModelFile.Kind.FORM, start.getCamundaFormRef()).stream()
                        .map(ModelFile::form)
                        .flatMap(form -> project(form, start.getCamundaFormRef()).stream())
                        .map(rule -> InModel.violation(start, rule))
                        .forEach(violations::add);
            }
        }
        return violations;
    }

    private boolean isOwn(@Nullable String form) {
        return form != null
                && !form.isBlank()
                && InModel.isConstant(form)
                && forms.find(form).isEmpty();
    }

    private Stream<String> starters(Process process) {
        return Stream.ofNullable(process.getCamundaCandidateStarterGroups())
                .flatMap(all -> Arrays.stream(all.split(",", -1)))
                .map(String::strip)
                .filter(group -> !isKnown(group))
                .map(group -> "there is no group “" + PlainText.shown(group)
                        + "” that could start it; write project-leads, information-board, a role of every organisation"
                        + " such as ig, or of one such as ig-bolton");
    }

    private boolean isKnown(String group) {
        return InModel.isConstant(group)
                && (Role.named(group).isPresent() || groups.contains(group))
                && !Role.ADMINISTRATOR.group().equals(group);
    }

    private static Optional<String> project(JsonNode form, String id) {
        return field(form)
                        .filter(field -> "select".equals(field.path("type").asText())
                                && OwnStart.PROJECTS.equals(
                                        field.path("valuesKey").asText())
                                && field.path("validate").path("required").asBoolean()
                                && field.path("conditional").isMissingNode()
                                && !field.path("readonly").asBoolean())
                        .isPresent()
                ? Optional.empty()
                : Optional.of("nobody could say on which project it starts; give the form “" + PlainText.shown(id)
                        + "” a required select with the key “" + OwnStart.PROJECT
                        + "” and, as the source of its options,"
                        + " the input data “" + OwnStart.PROJECTS + "”");
    }

    private static Optional<JsonNode> field(JsonNode parent) {
        for (JsonNode component : parent.path("components")) {
            if (OwnStart.PROJECT.equals(component.path("key").asText())) {
                return Optional.of(component);
            }
            if (component.path("path").asText().isEmpty()
                    && component.path("conditional").isMissingNode()) {
                Optional<JsonNode> within = field(component);
                if (within.isPresent()) {
                    return within;
                }
            }
        }
        return Optional.empty();
    }
}
