package gm.sharing.workflow.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.Dates;
import gm.sharing.handbook.StepLink;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.EarlierForms;
import gm.sharing.workflow.form.EarlierForms.Earlier;
import gm.sharing.workflow.handbook.WaysBack;
import gm.sharing.workflow.handbook.WaysBack.WayBack;
import gm.sharing.workflow.page.CheckedAnswers.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody who has a task answered in earlier steps of the same process, and where it can be changed. */
@Component
class EarlierAnswers {

    private final HistoryService history;
    private final TaskService tasks;
    private final EarlierForms forms;
    private final WaysBack waysBack;

    EarlierAnswers(HistoryService history, TaskService tasks, EarlierForms forms, WaysBack waysBack) {
        this.history = history;
        this.tasks = tasks;
        this.forms = forms;
        this.waysBack = waysBack;
    }

    /** A step that the person has done. */
    record Done(String step, String name, String day) {}

    /**
     * What was answered in one.
     *
     * @param change where it can be changed, in words
     * @param task the open task that leads there; null when none does for this person
     */
    record Before(Done done, List<Section> sections, String change, @Nullable String task) {}

    /** In their order; a step that was done several times once, with the last day. */
    List<Done> of(Opened form, String task, Person person) {
        if (!person.id().equals(form.holder())) {
            return List.of();
        }
        Task open = tasks.createTaskQuery().taskId(task).singleResult();
        if (open == null) {
            return List.of();
        }
        Map<String, Done> done = new LinkedHashMap<>();
        for (HistoricTaskInstance one : history.createHistoricTaskInstanceQuery()
                .processInstanceId(open.getProcessInstanceId())
                .taskAssignee(person.id())
                .finished()
                .orderByHistoricTaskInstanceEndTime()
                .asc()
                .list()) {
            if (TaskEntity.DELETE_REASON_COMPLETED.equals(one.getDeleteReason())
                    && !one.getTaskDefinitionKey().equals(form.step())) {
                done.put(
                        one.getTaskDefinitionKey(),
                        new Done(
                                one.getTaskDefinitionKey(),
                                one.getName(),
                                Dates.day(one.getEndTime().toInstant())));
            }
        }
        return List.copyOf(done.values());
    }

    /** Empty when the person has not done that step in the process of the task. */
    Optional<Before> of(Opened form, String task, String step, Person person) {
        return of(form, task, person).stream()
                .filter(done -> done.step().equals(step))
                .findFirst()
                .flatMap(done -> forms.of(task, step).map(earlier -> before(form, task, done, earlier, person)));
    }

    static List<Section> sections(Earlier earlier) {
        ObjectNode answers = TypedAnswers.begun(earlier.form(), earlier.shown());
        return CheckedAnswers.of(PartsOfForm.of(earlier.form(), answers, earlier.shown(), Map.of()), "")
                .answered();
    }

    private Before before(Opened form, String task, Done done, Earlier earlier, Person person) {
        List<Section> sections = sections(earlier);
        List<WayBack> ways = waysBack.to(form.process(), done.step());
        Map<String, String> open = open(task, person);
        for (WayBack way : ways) {
            String there = open.get(way.step().id());
            if (there != null) {
                return new Before(
                        done,
                        sections,
                        FormWords.text("change-now", Map.of("step", way.step().name())),
                        there);
            }
        }
        for (WayBack way : ways) {
            for (StepLink before : way.before()) {
                String there = open.get(before.id());
                if (there != null) {
                    return new Before(
                            done,
                            sections,
                            FormWords.text(
                                    "change-next", Map.of("step", way.step().name(), "before", before.name())),
                            there);
                }
            }
        }
        return new Before(
                done,
                sections,
                ways.stream()
                        .findFirst()
                        .map(way -> FormWords.text(
                                "change-later", Map.of("step", way.step().name())))
                        .orElseGet(() -> FormWords.text("change-never")),
                null);
    }

    /** The tasks that the person has in the process, by their steps. */
    private Map<String, String> open(String task, Person person) {
        Task here = tasks.createTaskQuery().taskId(task).singleResult();
        Map<String, String> open = new LinkedHashMap<>();
        tasks.createTaskQuery()
                .processInstanceId(here.getProcessInstanceId())
                .taskAssignee(person.id())
                .list()
                .forEach(one -> open.put(one.getTaskDefinitionKey(), one.getId()));
        return open;
    }
}
