package gm.sharing.workflow.instance;

import gm.sharing.Conflicts;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SignOffId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The open signing tasks that IG officers have beside the signatories, under a mandate. */
@Component
public class OfficersTasks {

    private static final Logger LOG = LoggerFactory.getLogger(OfficersTasks.class);

    private static final int AT_A_TIME = 500;

    /** Process owners may call tasks of their own processes whatever they like: only this one is under mandates. */
    private static final String WITH_BOTH =
            """
            select distinct t.id_, e.business_key_, p.text_ as partner, r.long_ as round from act_ru_task t
              join act_re_procdef d on d.id_ = t.proc_def_id_ and d.key_ = 'partner-sign-off'
              join act_ru_execution e on e.id_ = t.proc_inst_id_
              join act_ru_variable p on p.execution_id_ = e.id_ and p.name_ = 'partner'
              join act_ru_variable r on r.execution_id_ = e.id_ and r.name_ = 'round'
              join act_ru_identitylink o on o.task_id_ = t.id_ and o.type_ = 'candidate' and o.group_id_ like 'ig-%'
              join act_ru_identitylink s on s.task_id_ = t.id_ and s.type_ = 'candidate' and s.group_id_ like 'signatory-%'
            where t.task_def_key_ = 'Task_SignAgreement' and t.id_ > :after and (:all or p.text_ = :partner)
            order by t.id_ fetch first 500 rows only""";

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final People people;
    private final TransactionTemplate each;

    OfficersTasks(JdbcClient jdbc, TaskService tasks, People people, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.people = people;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Open(String task, SignOffId signOff) {}

    /** Takes those of every organisation from the officers that they may not do any more, whoever has taken them. */
    public void keepOnly(Predicate<SignOffId> mayDo) {
        look(null, mayDo, true);
    }

    /** The same for one organisation and tasks that nobody has taken. */
    public void keepOfThoseNobodyTook(OrganisationCode partner, Predicate<SignOffId> mayDo) {
        look(partner, mayDo, false);
    }

    private void look(@Nullable OrganisationCode partner, Predicate<SignOffId> mayDo, boolean taken) {
        String last = "";
        List<Open> open;
        do {
            String after = last;
            open = Objects.requireNonNull(each.execute(transaction -> after(after, partner)));
            open.forEach(one -> attempt(one, mayDo, taken));
            last = open.isEmpty() ? last : open.get(open.size() - 1).task();
        } while (open.size() == AT_A_TIME);
    }

    private List<Open> after(String last, @Nullable OrganisationCode partner) {
        return jdbc.sql(WITH_BOTH)
                .param("after", last)
                .param("all", partner == null)
                .param("partner", partner == null ? "" : partner.value())
                .query((row, number) -> new Open(
                        row.getString("id_"),
                        new SignOffId(
                                new ProjectReference(row.getString("business_key_")),
                                row.getInt("round"),
                                new OrganisationCode(row.getString("partner")))))
                .list();
    }

    /** Each by itself: one that somebody completes at this moment, or that fails, keeps no other one from being looked at. */
    private void attempt(Open open, Predicate<SignOffId> mayDo, boolean taken) {
        try {
            each.executeWithoutResult(transaction -> {
                Task task = tasks.createTaskQuery().taskId(open.task()).active().singleResult();
                if (task != null && (taken || task.getAssignee() == null) && !mayDo.test(open.signOff())) {
                    leaveToSignatories(task);
                }
            });
        } catch (RuntimeException e) {
            if (!Conflicts.isConflict(e) && !isGone(open)) {
                LOG.warn("officers-keep={}", open.task(), e);
            }
        }
    }

    private boolean isGone(Open open) {
        return Boolean.TRUE.equals(each.execute(
                transaction -> tasks.createTaskQuery().taskId(open.task()).count() == 0));
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
