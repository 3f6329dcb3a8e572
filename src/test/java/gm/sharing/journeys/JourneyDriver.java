package gm.sharing.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.workflow.form.ShownNames;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/**
 * Drives journeys as their people do: every form is submitted by a signed-in person with that person's permissions. Jobs
 * run when the test says so.
 */
class JourneyDriver {

    private final ProcessEngine engine;
    private final Consumer<String> open;

    JourneyDriver(ProcessEngine engine) {
        this(engine, task -> {});
    }

    /** Opens the form of each task that is looked for. */
    JourneyDriver(ProcessEngine engine, ShownNames shown) {
        this(engine, task -> shown.open(engine, task));
    }

    private JourneyDriver(ProcessEngine engine, Consumer<String> open) {
        this.engine = engine;
        this.open = open;
    }

    /** Starts a project with its start form and returns its reference. */
    String start(String lead, Map<String, Object> proposal) {
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("sharing-project")
                .latestVersion()
                .singleResult();
        return as(lead, () -> engine.getFormService()
                .submitStartForm(definition.getId(), proposal)
                .getBusinessKey());
    }

    void complete(String reference, String taskKey, String person, Map<String, Object> answers) {
        submit(task(reference, taskKey), person, answers);
    }

    /** For the tasks of a partner's own sign-off. */
    void complete(String reference, String partner, String taskKey, String person, Map<String, Object> answers) {
        submit(task(reference, partner, taskKey), person, answers);
    }

    void submit(Task task, String person, Map<String, Object> answers) {
        as(person, () -> {
            engine.getFormService().submitTaskForm(task.getId(), answers);
            return null;
        });
        runJobs();
    }

    Task task(String reference, String taskKey) {
        var tasks = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(taskKey)
                .list();
        assertThat(tasks).as(taskKey + " among " + openTasks(reference)).hasSize(1);
        return opened(tasks.get(0));
    }

    Task task(String reference, String partner, String taskKey) {
        return task(reference, "partner", partner, taskKey);
    }

    private Task task(String reference, String variable, String organisation, String taskKey) {
        var tasks = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(taskKey)
                .processVariableValueEquals(variable, organisation)
                .list();
        assertThat(tasks)
                .as(taskKey + " of " + organisation + " among " + openTasks(reference))
                .hasSize(1);
        return opened(tasks.get(0));
    }

    private Task opened(Task task) {
        open.accept(task.getId());
        return task;
    }

    /** The data protection officer of the organisation advises on the DPIA. */
    void advise(String reference, String organisation, Map<String, Object> answers) {
        submit(task(reference, "adviser", organisation, "Task_DpiaAdvise"), "dpo." + organisation, answers);
    }

    /** Whether the partner has an open review. */
    boolean isAsked(String reference, String partner) {
        return engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .processVariableValueEquals("partner", partner)
                        .count()
                > 0;
    }

    List<String> openTasks(String reference) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(reference).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** The open tasks by their forms, where models of before call them otherwise. */
    Map<String, Task> tasksByForm(String reference) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(reference)
                .initializeFormKeys()
                .list()
                .stream()
                .collect(Collectors.toMap(task -> task.getCamundaFormRef().getKey(), Function.identity()));
    }

    /** Whether no process instance of the project is left. */
    boolean hasEnded(String reference) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .count()
                == 0;
    }

    /** Runs what the job executor would run now, until nothing is left but timers that are not due. */
    void runJobs() {
        List<Job> jobs;
        do {
            jobs = engine.getManagementService()
                    .createJobQuery()
                    .messages()
                    .withRetriesLeft()
                    .list();
            jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        } while (!jobs.isEmpty());
    }

    /** Fires a timer of the project before its time. */
    void fire(String reference, String timer) {
        var jobs = engine.getManagementService().createJobQuery().timers().activityId(timer).list().stream()
                .filter(job -> reference.equals(businessKey(job)))
                .toList();
        assertThat(jobs).as(timer).hasSize(1);
        engine.getManagementService().executeJob(jobs.get(0).getId());
        runJobs();
    }

    /** Fires a timer of the request for advice to one organisation. */
    void fireForAdviser(String reference, String organisation, String timer) {
        var instance =
                task(reference, "adviser", organisation, "Task_DpiaAdvise").getProcessInstanceId();
        var job = engine.getManagementService()
                .createJobQuery()
                .timers()
                .activityId(timer)
                .processInstanceId(instance)
                .singleResult();
        engine.getManagementService().executeJob(job.getId());
        runJobs();
    }

    private String businessKey(Job job) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    <T> T as(String person, Supplier<T> work) {
        var groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        engine.getIdentityService().setAuthentication(person, groups);
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
