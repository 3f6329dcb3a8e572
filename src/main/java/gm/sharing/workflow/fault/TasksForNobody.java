package gm.sharing.workflow.fault;

import gm.sharing.fault.Fault;
import gm.sharing.fault.FaultKind;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Role;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open tasks that nobody can do: for a group in which nobody is, for an account that does not exist, or for nobody at all. */
@Repository
class TasksForNobody {

    private static final String TASKS =
            """
            select t.id_ as id, t.proc_def_id_ as definition, t.task_def_key_ as element, t.create_time_ as since,
              t.assignee_ as assignee, l.group_id_ as candidates, coalesce(e.business_key_, r.business_key_) as reference
            from act_ru_task t
              left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
              left join act_id_user u on u.id_ = t.assignee_
                and not exists (select 1 from disabled_account d where d.account = u.id_)
              left join act_ru_execution e on e.id_ = t.proc_inst_id_
              left join act_ru_execution r on r.id_ = e.root_proc_inst_id_
            where u.id_ is null
              and not exists (select 1 from act_ru_identitylink h join act_id_membership m on m.group_id_ = h.group_id_
                  and not exists (select 1 from disabled_account d where d.account = m.user_id_)
                where h.task_id_ = t.id_ and h.type_ = 'candidate')
              and not exists (select 1 from act_ru_identitylink h join act_id_user m on m.id_ = h.user_id_
                  and not exists (select 1 from disabled_account d where d.account = m.id_)
                where h.task_id_ = t.id_ and h.type_ = 'candidate')
            order by t.id_ fetch first 500 rows only""";

    private final JdbcClient jdbc;
    private final People people;
    private final Directory directory;
    private final Elements elements;
    private final Clock clock;

    TasksForNobody(JdbcClient jdbc, People people, Directory directory, Elements elements, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.directory = directory;
        this.elements = elements;
        this.clock = clock;
    }

    List<Fault> now() {
        Map<String, Waiting> tasks = new LinkedHashMap<>();
        jdbc.sql(TASKS)
                .query((row, number) -> {
                    Waiting task = tasks.computeIfAbsent(row.getString("id"), id -> new Waiting(new ArrayList<>()));
                    task.read(
                            row.getString("definition"),
                            row.getString("element"),
                            row.getTimestamp("since"),
                            row.getString("assignee"),
                            row.getString("reference"));
                    String group = row.getString("candidates");
                    if (group != null) {
                        task.groups.add(group);
                    }
                    return task;
                })
                .list();
        Set<String> groups = new HashSet<>();
        tasks.values().forEach(task -> groups.addAll(task.groups));
        Set<String> lent = people.held(groups);
        List<Fault> faults = new ArrayList<>();
        tasks.forEach((id, task) -> {
            if (task.groups.stream().noneMatch(lent::contains)) {
                faults.add(fault(id, task));
            }
        });
        return faults;
    }

    private Fault fault(String id, Waiting task) {
        boolean known = !task.groups.isEmpty() && task.groups.stream().allMatch(this::isKnown);
        String forWhom = task.assignee != null
                ? "the account “" + task.assignee + "”, which does not exist or is disabled"
                : task.groups.isEmpty()
                        ? "nobody: it has neither an assignee nor candidates"
                        : "the group " + String.join(", ", task.groups) + ", in which nobody is";
        return new Fault(
                "task:" + id,
                FaultKind.TASK,
                task.reference == null ? "" : task.reference,
                elements.inWords(task.definition, task.element),
                "The task waits for " + forWhom + ".",
                known
                        ? "Administrators: give the role to somebody, with whom it is agreed, in Admin."
                        : ofSomebodyGone(task)
                                + "Process owners: correct in the model for whom the task is, and deploy it. Administrators: give the"
                                + " open task to somebody in Cockpit.",
                task.since == null ? clock.instant() : task.since.toInstant(),
                // Lead and administrators were told when a task came for a role that nobody holds.
                known ? Fault.Tell.NEVER : Fault.Tell.AT_ONCE);
    }

    /** A project goes to another project lead of its organisation by itself, as soon as there is one. */
    private static String ofSomebodyGone(Waiting task) {
        return task.assignee == null
                ? ""
                : "Administrators: if that account led the project, make somebody of its organisation a project lead in"
                        + " Admin; the project goes to them within two minutes. ";
    }

    private boolean isKnown(String group) {
        return Role.ofGroup(group).isPresent()
                && Role.organisationOf(group).map(this::isKnown).orElse(true);
    }

    private boolean isKnown(OrganisationCode organisation) {
        return directory.find(organisation).isPresent();
    }

    /** A task and the groups that may do it. */
    private static final class Waiting {

        private final List<String> groups;
        private @Nullable String definition;
        private @Nullable String element;
        private @Nullable Timestamp since;
        private @Nullable String assignee;
        private @Nullable String reference;

        private Waiting(List<String> groups) {
            this.groups = groups;
        }

        private void read(
                @Nullable String itsDefinition,
                @Nullable String itsElement,
                @Nullable Timestamp created,
                @Nullable String itsAssignee,
                @Nullable String itsReference) {
            definition = itsDefinition;
            element = itsElement;
            since = created;
            assignee = itsAssignee;
            reference = itsReference;
        }
    }
}
