package gm.sharing.workflow.task;

import gm.sharing.journey.ListedTask;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the open tasks of many projects in one statement, the same step for several organisations as one row: a list has room for no
 * more, and a project may have hundreds of partners.
 */
@Component
class TasksOfLists {

    private static final String SEEN = "case when part_ = '' or part_ in (:parts) then %s end";

    private final TasksInModels models;
    private final JdbcClient jdbc;

    TasksOfLists(TasksInModels models, JdbcClient jdbc) {
        this.models = models;
        this.jdbc = jdbc;
    }

    /** @param parts the organisations whose parts are seen beside what is everybody's; null when all are */
    Map<ProjectReference, List<ListedTask>> of(
            Collection<ProjectReference> references, @Nullable Collection<OrganisationCode> parts) {
        var statement = jdbc.sql(
                        """
                        select project_, model_, step_, name_, count(%s), min(%s), max(%s), min(%s), min(%s)
                        from (select instance.business_key_ as project_, task.proc_def_id_ as model_,
                            task.task_def_key_ as step_, task.name_ as name_, task.create_time_ as since_, task.due_date_ as due_,
                            coalesce((select min(part.text_) from act_ru_variable part
                              where part.var_scope_ in (task.proc_inst_id_, task.execution_id_)
                              and part.name_ in ('partner', 'adviser')), '') as part_
                          from act_ru_task task join act_ru_execution instance on instance.id_ = task.proc_inst_id_
                          where instance.business_key_ in (:projects)) open_
                        group by project_, model_, step_, name_
                        order by project_, min(since_), step_"""
                                .formatted(Stream.of("1", "part_", "part_", "since_", "due_")
                                        .map(column -> parts == null ? column : SEEN.formatted(column))
                                        .toArray()))
                .param(
                        "projects",
                        references.stream().map(ProjectReference::value).toList());
        return (parts == null
                        ? statement
                        : statement.param(
                                "parts",
                                Stream.concat(Stream.of(""), parts.stream().map(OrganisationCode::value))
                                        .toList()))
                .query((row, number) -> Map.entry(new ProjectReference(row.getString(1)), task(row))).list().stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private ListedTask task(ResultSet row) throws SQLException {
        TaskWords inModel = models.words(row.getString(2), row.getString(3));
        Role role = inModel.role().orElse(null);
        return new ListedTask(
                row.getString(4),
                inModel.stage(),
                row.getLong(5),
                role == null ? null : role.label(),
                role != null && role.perOrganisation(),
                role == Role.PROJECT_LEAD,
                Stream.of(row.getString(6), row.getString(7))
                        .filter(part -> part != null && OrganisationCode.isOne(part))
                        .distinct()
                        .map(OrganisationCode::new)
                        .toList(),
                instant(row.getTimestamp(8)),
                instant(row.getTimestamp(9)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
