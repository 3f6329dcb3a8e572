package gm.sharing.workflow.task;

import gm.sharing.SoughtWords;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.work.Whose;
import gm.sharing.work.WorkOrder;
import gm.sharing.work.WorkQuery;
import gm.sharing.workflow.gate.ProgramMessage;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is asked of the database about open tasks. The engine's own queries know neither projects nor partners by what people look
 * for, and neither sort nor page by them; so one statement reads both, beginning with the tasks of the list.
 */
final class WorkStatement {

    private static final String TASKS =
            """
            from act_ru_task task
            join act_ru_execution instance on instance.id_ = task.proc_inst_id_
            left join project on project.reference = instance.business_key_
            where task.suspension_state_ = 1
            """;

    /** Of the instance itself, or of the task's own place in it: others in it may be about other partners. Empty when there is none. */
    static final String PART =
            """
            coalesce((select min(part.text_) from act_ru_variable part
            where part.var_scope_ in (task.proc_inst_id_, task.execution_id_) and part.name_ in ('partner', 'adviser')), '')""";

    /** Whether the instance waits for the message that the time to decide is longer. */
    private static final String MOVABLE =
            """
            (select count(*) from act_ru_execution place join act_ru_event_subscr wait on wait.execution_id_ = place.id_
            where place.proc_inst_id_ = task.proc_inst_id_ and wait.event_type_ = 'message' and wait.event_name_ = '%s')"""
                    .formatted(ProgramMessage.DEADLINE_MOVED.text());

    private static final String CANDIDATES =
            "select 1 from act_ru_identitylink link where link.task_id_ = task.id_ and link.type_ = 'candidate'";

    private static final String OF_GROUPS =
            "select link.task_id_ from act_ru_identitylink link where link.type_ = 'candidate' and link.group_id_ in (:groups)";

    private static final String OF_PROJECTS =
            """
            select listed.id_ from act_ru_task listed join act_ru_execution about on about.id_ = listed.proc_inst_id_
            where about.business_key_ in (:projects)""";

    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> values = new HashMap<>();

    /** Those of a list. */
    WorkStatement(Whose whose) {
        if (whose instanceof Whose.Own own) {
            isFor(own.person(), own.away());
        } else if (whose instanceof Whose.OfColleagues colleagues) {
            and("task.assignee_ <> :person");
            given("person", colleagues.person().id());
            isOfGroups(colleagues.person().groups().stream()
                    .filter(WorkStatement::isShared)
                    .toList());
        } else if (whose instanceof Whose.OfProjects of) {
            isOfProjects(of.projects());
            and("(task.assignee_ is null or task.assignee_ <> :person)");
            given("person", of.person().id());
        }
    }

    private WorkStatement() {}

    /** Those that somebody should have done by now. */
    static WorkStatement overdue(Instant now) {
        var statement = new WorkStatement();
        statement.and("task.due_date_ < :now");
        statement.given("now", Timestamp.from(now));
        return statement;
    }

    /** Of these, those that are no organisation's part or the part of one of these. */
    WorkStatement ofParts(Collection<OrganisationCode> organisations) {
        isOneOf(
                PART,
                "parts",
                Stream.concat(Stream.of(""), organisations.stream().map(OrganisationCode::value))
                        .toList());
        return this;
    }

    private void isFor(Person person, Collection<String> away) {
        var own = "select own.id_ from act_ru_task own where own.assignee_ = :person";
        given("person", person.id());
        if (person.groups().isEmpty()) {
            and("task.id_ in (%s)".formatted(own));
        } else {
            and("task.id_ in (%s union %s)".formatted(own, OF_GROUPS));
            given("groups", person.groups());
        }
        var offices = person.groups().stream()
                .filter(group -> Role.organisationOf(group).isPresent())
                .toList();
        if (away.isEmpty() || offices.isEmpty()) {
            and("(task.assignee_ is null or task.assignee_ = :person)");
        } else {
            and(("(task.assignee_ is null or task.assignee_ = :person or (task.assignee_ in (:away)"
                            + " and project.reference is not null and exists (%s and link.group_id_ in (:offices))))")
                    .formatted(CANDIDATES));
            given("away", away);
            given("offices", offices);
        }
    }

    private void isOfGroups(Collection<String> groups) {
        if (groups.isEmpty()) {
            nothing();
        } else {
            and("task.id_ in (%s)".formatted(OF_GROUPS));
            given("groups", groups);
        }
    }

    /** By the ids of the tasks: what else is looked for then is looked at in these only, however many there are. */
    private void isOfProjects(Collection<ProjectReference> projects) {
        if (projects.isEmpty()) {
            nothing();
        } else {
            and("task.id_ in (%s)".formatted(OF_PROJECTS));
            given("projects", projects.stream().map(ProjectReference::value).toList());
        }
    }

    /** The offices of an organisation, the Board and the panel; leads of all organisations are in one group. */
    private static boolean isShared(String group) {
        return Role.organisationOf(group).isPresent()
                || Role.INFORMATION_BOARD.group().equals(group)
                || Role.ETHICS_PANEL.group().equals(group);
    }

    /** Of these, those that are looked for, but for the stage, which the database does not know. */
    WorkStatement narrowedTo(WorkQuery query, Whose whose) {
        int word = 0;
        for (String pattern : query.words().patterns()) {
            var name = "word" + word++;
            and(
                    "(lower(task.name_) like :%1$s escape '%2$s' or lower(project.title) like :%1$s escape '%2$s' or lower(project.reference) like :%1$s escape '%2$s')"
                            .formatted(name, SoughtWords.ESCAPE));
            given(name, pattern);
        }
        if (query.organisation() != null) {
            isOf(query.organisation(), whose);
        }
        if (query.role() != null) {
            isFor(query.role());
        }
        if (query.dueFrom() != null) {
            and("task.due_date_ >= :dueFrom");
            given("dueFrom", Timestamp.from(query.dueFrom()));
        }
        if (query.dueBefore() != null) {
            and("task.due_date_ < :dueBefore");
            given("dueBefore", Timestamp.from(query.dueBefore()));
        }
        if (query.taken() != null) {
            and(
                    !query.taken()
                            ? "task.assignee_ is null"
                            : whose instanceof Whose.Own ? "task.assignee_ = :person" : "task.assignee_ is not null");
        }
        return this;
    }

    private void isOf(OrganisationCode organisation, Whose whose) {
        var part = "(%s = :organisation or instance.business_key_ = :organisation".formatted(PART);
        and(whose instanceof Whose.OfProjects ? part + ")" : part + " or project.lead_organisation = :organisation)");
        given("organisation", organisation.value());
    }

    private void isFor(Role role) {
        if (role == Role.PROJECT_LEAD) {
            and("(task.assignee_ = project.lead or exists (%s and link.group_id_ = :role))".formatted(CANDIDATES));
            given("role", role.group());
        } else if (role.perOrganisation()) {
            and("exists (%s and link.group_id_ like :role)".formatted(CANDIDATES));
            given("role", role.word() + "-%");
        } else {
            and("exists (%s and link.group_id_ = :role)".formatted(CANDIDATES));
            given("role", role.group());
        }
    }

    /** Those of these elements of models, each as {@code model#element}. */
    WorkStatement of(Set<String> elements) {
        isOneOf("task.proc_def_id_ || '#' || task.task_def_key_", "elements", elements);
        return this;
    }

    private void isOneOf(String column, String name, Collection<String> of) {
        if (of.isEmpty()) {
            nothing();
        } else {
            and("%s in (:%s)".formatted(column, name));
            given(name, of);
        }
    }

    private void nothing() {
        and("1 = 0");
    }

    private void and(String condition) {
        conditions.append("and ").append(condition).append('\n');
    }

    private void given(String name, Object value) {
        values.put(name, value);
    }

    String lines(WorkOrder order) {
        return """
            select task.id_, task.name_, instance.business_key_, task.assignee_, task.owner_, task.create_time_,
              task.due_date_, task.priority_, %s as part_, %s as movable_
            %s%sorder by %s
            offset :offset rows fetch next :size rows only"""
                .formatted(PART, MOVABLE, TASKS, conditions, columns(order));
    }

    private static String columns(WorkOrder order) {
        return switch (order) {
            case DUE -> "task.due_date_ nulls last, task.priority_ desc, task.create_time_, task.id_";
            case SINCE -> "task.create_time_, task.id_";
            case PROJECT -> "lower(project.title) nulls last, instance.business_key_, task.create_time_, task.id_";
        };
    }

    String count() {
        return "select count(*) " + TASKS + conditions;
    }

    String countWithOverdue() {
        return "select count(*), count(case when task.due_date_ < :now then 1 end) " + TASKS + conditions;
    }

    /** How many projects, and how many tasks in them. */
    String countOfProjects() {
        return "select count(distinct project.reference), count(project.reference) " + TASKS + conditions;
    }

    String elements() {
        return "select distinct task.proc_def_id_, task.task_def_key_ " + TASKS + conditions;
    }

    String keys() {
        return "select distinct instance.business_key_ " + TASKS + conditions;
    }

    String organisations() {
        return "select distinct %s, instance.business_key_ as about_, project.lead_organisation %s%s"
                .formatted(PART, TASKS, conditions);
    }

    Map<String, Object> values() {
        return values;
    }
}
