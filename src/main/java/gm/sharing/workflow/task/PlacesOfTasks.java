package gm.sharing.workflow.task;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.work.WorkTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the engine's tables where the open tasks near an organisation stand in their processes. */
@Repository
class PlacesOfTasks {

    /** More than people read; those that are due first are among them. */
    private static final int MOST = 300;

    /** Those of its own offices, and those of the projects that it leads but for what other partners decide. */
    private static final String NEAR =
            """
            select task.id_, task.name_, instance.business_key_, task.assignee_, task.owner_, task.create_time_,
              task.due_date_, task.proc_def_id_, task.task_def_key_, task.proc_inst_id_, project.lead_organisation, %s as part_
            from act_ru_task task
            join act_ru_execution instance on instance.id_ = task.proc_inst_id_
            join project on project.reference = instance.business_key_
            where task.suspension_state_ = 1 %s and task.id_ in (
              select link.task_id_ from act_ru_identitylink link
              where link.type_ = 'candidate' and link.group_id_ in (:offices)
              union
              select led.id_ from project own join act_ru_execution about on about.business_key_ = own.reference
              join act_ru_task led on led.proc_inst_id_ = about.id_
              where own.lead_organisation in (:organisations) and not exists (select 1 from act_ru_variable other
                where other.var_scope_ = led.proc_inst_id_ and other.name_ = 'partner'
                and other.text_ not in (:organisations)))
            order by task.due_date_ nulls last, task.create_time_, task.id_
            fetch first :most rows only""";

    private static final String SAID =
            """
            select proc_inst_id_, name_, long_ from act_ru_variable
            where proc_inst_id_ in (:instances) and var_scope_ = proc_inst_id_ and type_ = 'boolean' and long_ is not null""";

    /** Of a process that another one calls, which another one may call. */
    private static final String CALLERS =
            """
            select called.id_, one.proc_def_id_ as model_, one.act_id_ as element_, two.proc_def_id_ as model2_,
              two.act_id_ as element2_
            from act_ru_execution called join act_ru_execution one on one.id_ = called.super_exec_
            join act_ru_execution calling on calling.id_ = one.proc_inst_id_
            left join act_ru_execution two on two.id_ = calling.super_exec_
            where called.id_ in (:instances)""";

    private static final String LATEST =
            """
            select newest.key_, newest.id_ from act_re_procdef newest where newest.version_ =
              (select max(each.version_) from act_re_procdef each where each.key_ = newest.key_)""";

    private final JdbcClient jdbc;

    PlacesOfTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An open task.
     *
     * @param part the organisation whose part it is; null when it is the whole project's
     * @param leader the organisation that leads the project
     */
    record Place(
            String task,
            String name,
            String project,
            @Nullable String holder,
            @Nullable String inPlaceOf,
            Instant since,
            @Nullable Instant due,
            String model,
            String element,
            String instance,
            OrganisationCode leader,
            @Nullable OrganisationCode part) {

        WorkTask inWork(List<String> groups) {
            return new WorkTask(
                    task,
                    name,
                    new ProjectReference(project),
                    part,
                    groups,
                    holder,
                    inPlaceOf,
                    since,
                    due,
                    false,
                    false);
        }
    }

    /** Where a process was called. */
    record Caller(String model, String element) {}

    List<Place> near(Collection<OrganisationCode> organisations, @Nullable ProjectReference project) {
        var asked = jdbc.sql(
                        NEAR.formatted(WorkStatement.PART, project == null ? "" : "and project.reference = :project"))
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationCode::value).toList())
                .param("offices", offices(organisations))
                .param("most", MOST);
        return (project == null ? asked : asked.param("project", project.value()))
                .query((row, number) -> place(row))
                .list();
    }

    private static List<String> offices(Collection<OrganisationCode> organisations) {
        return Arrays.stream(Role.values())
                .filter(Role::isOffice)
                .flatMap(role -> organisations.stream().map(role::groupOf))
                .toList();
    }

    /** What the variables of these processes say that say yes or no. */
    Map<String, Map<String, Boolean>> said(Collection<String> instances) {
        Map<String, Map<String, Boolean>> said = new HashMap<>();
        jdbc.sql(SAID).param("instances", instances).query(row -> {
            said.computeIfAbsent(row.getString(1), instance -> new HashMap<>())
                    .put(row.getString(2), row.getLong(3) == 1);
        });
        return said;
    }

    /** From where each was called, the nearest first. */
    Map<String, List<Caller>> callers(Collection<String> instances) {
        return jdbc
                .sql(CALLERS)
                .param("instances", instances)
                .query((row, number) -> Map.entry(
                        row.getString(1),
                        Stream.of(
                                        caller(row.getString(2), row.getString(3)),
                                        caller(row.getString(4), row.getString(5)))
                                .filter(Objects::nonNull)
                                .toList()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static @Nullable Caller caller(@Nullable String model, @Nullable String element) {
        return model == null || element == null ? null : new Caller(model, element);
    }

    /** The newest version of each process, by its id in models. */
    Map<String, String> latestModels() {
        return jdbc.sql(LATEST).query((row, number) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> other));
    }

    private static Place place(ResultSet row) throws SQLException {
        Timestamp due = row.getTimestamp("due_date_");
        String part = row.getString("part_");
        return new Place(
                row.getString("id_"),
                row.getString("name_"),
                row.getString("business_key_"),
                row.getString("assignee_"),
                row.getString("owner_"),
                row.getTimestamp("create_time_").toInstant(),
                due == null ? null : due.toInstant(),
                row.getString("proc_def_id_"),
                row.getString("task_def_key_"),
                row.getString("proc_inst_id_"),
                new OrganisationCode(row.getString("lead_organisation")),
                OrganisationCode.isOne(part) ? new OrganisationCode(part) : null);
    }
}
