package gm.sharing.workflow.access;

import gm.sharing.notification.Notice;
import gm.sharing.notification.Notices;
import gm.sharing.notification.Recipient;
import gm.sharing.notification.Waiting;
import gm.sharing.organisation.AccountLeft;
import gm.sharing.organisation.People;
import gm.sharing.project.Headline;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.security.OpenSessions;
import gm.sharing.wording.Words;
import gm.sharing.workflow.notice.Asks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends what an account had open when it may act no more: its sign-ins on all nodes, and the tasks that it had taken, which are
 * open to their roles again. Those who may do them now are told, and so is the project's lead, who waits. A task that was for
 * this one person stays with them: it goes with the project to another lead, or is reported as one for nobody.
 */
@Component
class TasksOfLeavers {

    private static final Words WORDS = Words.in("notice/leaving");

    private final OpenSessions sessions;
    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl engine;
    private final StandIns standIns;
    private final Projects projects;
    private final People people;
    private final Notices notices;
    private final Clock clock;

    TasksOfLeavers(
            OpenSessions sessions,
            TaskService tasks,
            ProcessEngineConfigurationImpl engine,
            StandIns standIns,
            Projects projects,
            People people,
            Notices notices,
            Clock clock) {
        this.sessions = sessions;
        this.tasks = tasks;
        this.engine = engine;
        this.standIns = standIns;
        this.projects = projects;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    @EventListener
    void giveBack(AccountLeft left) {
        sessions.endOthers(left.account());
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    tasks.createTaskQuery()
                            .taskAssignee(left.account())
                            .withCandidateGroups()
                            .includeAssignedTasks()
                            .list()
                            .forEach(task -> giveBack(task, left));
                    standIns.settleDeputies();
                    return null;
                }));
    }

    private void giveBack(Task task, AccountLeft left) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        tasks.setAssignee(task.getId(), null);
        String project = Objects.toString(tasks.getVariable(task.getId(), "project"), "");
        String reference = project.split(" ", 2)[0];
        if (ProjectReference.isOne(reference)) {
            tell(task, groups, new ProjectReference(reference), left);
        }
    }

    private void tell(Task task, List<String> groups, ProjectReference reference, AccountLeft left) {
        Headline project = projects.headline(reference);
        Map<String, Object> told =
                Map.of("person", left.name(), "task", task.getName(), "project", reference, "title", project.title());
        String about = "leaver:" + task.getId() + ":" + clock.millis();
        notices.tell(
                new Notice(
                        about,
                        reference.value(),
                        WORDS.text("open-again-subject", told),
                        WORDS.text("open-again", told),
                        "/tasks/" + task.getId(),
                        Waiting.by(WORDS.text("open-again-goes-out")).unlessDone(Asks.ownTask(task.getId()))),
                others(groups.stream().flatMap(group -> people.idsIn(group).stream()), left));
        notices.tell(
                new Notice(
                        about + ":lead",
                        reference.value(),
                        WORDS.text("open-again-subject", told),
                        WORDS.text("waits-again", told),
                        "/projects/" + reference,
                        Waiting.by(WORDS.text("waits-again-goes-out"))),
                others(Stream.of(project.lead()), left));
    }

    /** Of a deleted account the engine's tables still say everything until its command ends. */
    private static List<Recipient> others(Stream<String> people, AccountLeft left) {
        return people.filter(person -> !person.equals(left.account()))
                .distinct()
                .<Recipient>map(Recipient.Individual::new)
                .toList();
    }
}
