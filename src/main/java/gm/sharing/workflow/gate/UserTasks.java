package gm.sharing.workflow.gate;

import static gm.sharing.PlainText.isBlank;

import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whoever gets a task is told what to do and by when, has a form whose answers are kept, and is there. */
@Component
@Order(5)
class UserTasks extends BpmnRule {

    /** The one person who is always there. The lead's own work has no date: it goes on when the lead does. */
    private static final String LEAD = "${lead}";

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^{}]+}");

    /** As the engine keeps the description of a task. */
    private static final Words WORDS = Words.in("form/models");

    private static final int LONGEST_WORDS = 4_000;

    private final KnownForms forms;
    private final KnownGroups groups;

    UserTasks(KnownForms forms, KnownGroups groups) {
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
            Stream.concat(
                            form(
                                    task.getCamundaFormRef(),
                                    task.getCamundaFormRefBinding(),
                                    task.getCamundaFormRefVersion(),
                                    false,
                                    model,
                                    surroundings)
                                    .stream(),
                            Stream.of(who(task), due(task), stage(task), drafts(task), words(task))
                                    .flatMap(Optional::stream))
                    .map(rule -> InModel.violation(task, rule))
                    .forEach(violations::add);
        }
        for (StartEvent start : InModel.all(model, StartEvent.class)) {
            if (start.getCamundaFormRef() != null) {
                form(
                                start.getCamundaFormRef(),
                                start.getCamundaFormRefBinding(),
                                start.getCamundaFormRefVersion(),
                                true,
                                model,
                                surroundings)
                        .map(rule -> InModel.violation(start, rule))
                        .ifPresent(violations::add);
            }
        }
        return violations;
    }

    private Optional<String> form(
            @Nullable String form,
            @Nullable String binding,
            @Nullable String version,
            boolean starts,
            BpmnModelInstance model,
            Surroundings surroundings) {
        if (form == null || form.isBlank()) {
            return Optional.of("it has no form, so whoever has it could change anything; set the form reference");
        }
        if (!InModel.isConstant(form)) {
            return Optional.of("its form is not known before; write the id of a form");
        }
        if (!"latest".equals(binding) || !isBlank(version)) {
            return Optional.of(
                    "its form is not the newest one, by which answers are checked; choose the binding “latest”");
        }
        if (surroundings.find(ModelFile.Kind.FORM, form).isEmpty()) {
            return Optional.of("there is no form “" + PlainText.shown(form)
                    + "”; write the id of one that is deployed, or deploy it, too");
        }
        Optional<KnownForm> ofProgram = forms.find(form);
        if (ofProgram.isEmpty()) {
            return Optional.empty();
        }
        Optional<KnownForm> known = ofProgram.filter(found -> found.starts() == starts);
        if (known.isEmpty()) {
            return Optional.of("the program does not take the answers of the form “" + PlainText.shown(form) + "” "
                    + (starts ? "when a process begins" : "from a task") + "; use one of "
                    + String.join(", ", forms.ids()) + ", or ask a developer to add it");
        }
        Set<String> processes = known.get().processes();
        return InModel.processes(model).stream().anyMatch(processes::contains)
                ? Optional.empty()
                : Optional.of("the form “" + PlainText.shown(form) + "” works in "
                        + String.join(", ", new TreeSet<>(processes))
                        + " only, where the record has what it needs; use a form that is made for this one");
    }

    private Optional<String> who(UserTask task) {
        String candidates = task.getCamundaCandidateGroups();
        String person = task.getCamundaAssignee();
        if (isBlank(candidates) && isBlank(person)) {
            return told("task-for-nobody");
        }
        if (person != null
                && !person.isBlank()
                && !EXPRESSION.matcher(person.strip()).matches()) {
            return told("assignee-written-down");
        }
        if (isBlank(candidates) && person != null && !isLead(person)) {
            return told("assignee-may-be-nobody");
        }
        return Stream.ofNullable(candidates)
                .flatMap(all -> Arrays.stream(all.split(",", -1)))
                .map(String::strip)
                .filter(group -> !group.isEmpty() || !isBlank(candidates))
                .filter(group -> !groups.contains(group))
                .findFirst()
                .map(group -> "there is no group “" + PlainText.shown(group)
                        + "”; write a role such as information-board, or one of an organisation such as ig-${partner}");
    }

    private static Optional<String> told(String key) {
        return Optional.of(WORDS.text(key, Map.of("person", LEAD, "group", "ig-${partner}")));
    }

    private static boolean isLead(@Nullable String person) {
        return person != null && LEAD.equals(person.replaceAll("\\s", ""));
    }

    private static Optional<String> due(UserTask task) {
        return isBlank(task.getCamundaDueDate())
                        && !(isBlank(task.getCamundaCandidateGroups()) && isLead(task.getCamundaAssignee()))
                ? Optional.of("it has no due date; write one such as ${workingDays.from(now(), 10)}")
                : Optional.empty();
    }

    private static Optional<String> stage(UserTask task) {
        List<String> stages = InModel.properties(task, "stage");
        return stages.size() == 1 && stages.get(0) != null && stages.get(0).matches("[1-7]")
                ? Optional.empty()
                : Optional.of(
                        "it belongs to no stage of the journey; write the extension property “stage” with a number"
                                + " from 1 to 7");
    }

    private static Optional<String> drafts(UserTask task) {
        List<String> drafts = InModel.properties(task, "drafts");
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        return drafts.size() == 1 && "office".equals(drafts.get(0)) && !isBlank(task.getCamundaCandidateGroups())
                ? Optional.empty()
                : Optional.of(
                        "its extension property “drafts” says nothing that the program knows; write “office” at a task"
                                + " with candidate groups, or leave it out");
    }

    private static Optional<String> words(UserTask task) {
        String words = task.getDocumentations().stream()
                .map(text -> text.getTextContent().strip())
                .collect(Collectors.joining("\n\n"));
        if (isBlank(words)) {
            return Optional.of("nothing tells people what to do; write it into the documentation");
        }
        return words.length() > LONGEST_WORDS
                ? Optional.of("its documentation is longer than " + LONGEST_WORDS + " characters; shorten it")
                : Optional.empty();
    }
}
