package gm.sharing.workflow.instance;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SignOffId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The open signing tasks that IG officers have beside the signatories, under a mandate. */
@Component
public class OfficersTasks {

    private static final String WITH_BOTH =
            """
            select distinct t.id_ from act_ru_task t
              join act_ru_identitylink o on o.task_id_ = t.id_ and o.type_ = 'candidate' and o.group_id_ like 'ig-%'
              join act_ru_identitylink s on s.task_id_ = t.id_ and s.type_ = 'candidate' and s.group_id_ like 'signatory-%'
            where t.task_def_key_ like 'Task_SignAgreement%' order by t.id_ fetch first 500 rows only""";

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final People people;

    OfficersTasks(JdbcClient jdbc, TaskService tasks, RuntimeService runtime, People people) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.runtime = runtime;
        this.people = people;
    }

    /**
     * Takes those from the officers that they may not do any more, so that they are open to signatories alone.
     *
     * @param taken also those that somebody has taken
     */
    @Transactional
    public void keepOnly(Predicate<SignOffId> mayDo, boolean taken) {
        for (String id : jdbc.sql(WITH_BOTH).query(String.class).list()) {
            Task task = tasks.createTaskQuery().taskId(id).active().singleResult();
            if (task != null && (taken || task.getAssignee() == null) && !mayDo.test(signOff(task))) {
                leaveToSignatories(task);
            }
        }
    }

    private SignOffId signOff(Task task) {
        return new SignOffId(
                new ProjectReference(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()),
                ((Number) tasks.getVariable(task.getId(), "round")).intValue(),
                new OrganisationCode(String.valueOf(tasks.getVariable(task.getId(), "partner"))));
    }

    private void leaveToSignatories(Task task) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
        Set<String> others = groups.stream()
                .filter(group ->
                        Role.ofGroup(group).filter(Role.IG_OFFICER::equals).isEmpty())
                .collect(Collectors.toSet());
        groups.stream()
                .filter(group -> !others.contains(group))
                .forEach(group -> tasks.deleteCandidateGroup(task.getId(), group));
        if (task.getAssignee() != null
                && people.find(task.getAssignee())
                        .filter(person -> person.groups().stream().anyMatch(others::contains))
                        .isEmpty()) {
            tasks.setAssignee(task.getId(), null);
        }
    }
}
