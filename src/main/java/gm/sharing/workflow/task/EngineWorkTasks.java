package gm.sharing.workflow.task;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.work.Waiting;
import gm.sharing.work.Whose;
import gm.sharing.work.WorkQuery;
import gm.sharing.work.WorkTask;
import gm.sharing.work.WorkTasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads open tasks over all projects. A page costs three statements and one more to look for a stage, however many tasks there are. */
@Component
class EngineWorkTasks implements WorkTasks {

    /** The priority that models give what is overdue; fifty is the engine's own. */
    private static final int PRESSING = 100;

    private final JdbcClient jdbc;
    private final TasksInModels models;

    EngineWorkTasks(JdbcClient jdbc, TasksInModels models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    @Override
    public Page<WorkTask> find(Whose whose, WorkQuery query, Pageable page) {
        var statement = new WorkStatement(whose).narrowedTo(query, whose);
        if (query.stage() != null) {
            statement.of(elements(statement, query.stage()));
        }
        List<Line> found = jdbc.sql(statement.lines(query.order()))
                .params(statement.values())
                .param("offset", page.getOffset())
                .param("size", page.getPageSize())
                .query((row, number) -> line(row))
                .list();
        long all = found.size() < page.getPageSize() && page.getOffset() == 0
                ? found.size()
                : jdbc.sql(statement.count())
                        .params(statement.values())
                        .query(Long.class)
                        .single();
        var candidates = found.isEmpty()
                ? Map.<String, List<String>>of()
                : models.candidates(found.stream().map(Line::id).toList());
        return new PageImpl<>(
                found.stream()
                        .map(line -> line.task(candidates.getOrDefault(line.id(), List.of())))
                        .toList(),
                page,
                all);
    }

    /** Which of the elements that these tasks are of belong to a stage, as their models say. */
    private Set<String> elements(WorkStatement statement, int stage) {
        return jdbc
                .sql(statement.elements())
                .params(statement.values())
                .query((row, number) -> new Element(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .filter(element -> models.words(element.model(), element.id()).stage() == stage)
                .map(element -> element.model() + "#" + element.id())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<OrganisationCode> organisations(Whose whose) {
        var statement = new WorkStatement(whose);
        return jdbc
                .sql(statement.organisations())
                .params(statement.values())
                .query((row, number) ->
                        Stream.of(code(row.getString(1)), code(row.getString(2)), code(row.getString(3))))
                .list()
                .stream()
                .flatMap(codes -> codes)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Waiting waitingFor(Whose.Own whose, Instant now) {
        var statement = new WorkStatement(whose);
        return jdbc.sql(statement.countWithOverdue())
                .params(statement.values())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Waiting(row.getLong(1), row.getLong(2)))
                .single();
    }

    private static @Nullable OrganisationCode code(@Nullable String value) {
        return value != null && OrganisationCode.isOne(value) ? new OrganisationCode(value) : null;
    }

    private record Element(String model, String id) {}

    /**
     * A row.
     *
     * @param key of the instance: of a project its reference, of an organisation its code
     * @param movable whether its process waits to hear of a later date
     * @param part the organisation whose part it is
     */
    private record Line(
            String id,
            String name,
            @Nullable String key,
            @Nullable String holder,
            @Nullable String inPlaceOf,
            Instant since,
            @Nullable Instant due,
            int priority,
            boolean movable,
            @Nullable OrganisationCode part) {

        WorkTask task(List<String> candidates) {
            var project = key != null && ProjectReference.isOne(key) ? new ProjectReference(key) : null;
            return new WorkTask(
                    id,
                    name,
                    project,
                    part == null && project == null ? code(key) : part,
                    candidates,
                    holder,
                    inPlaceOf,
                    since,
                    due,
                    priority >= PRESSING,
                    movable && part != null);
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        var due = row.getTimestamp("due_date_");
        return new Line(
                row.getString("id_"),
                row.getString("name_"),
                row.getString("business_key_"),
                row.getString("assignee_"),
                row.getString("owner_"),
                row.getTimestamp("create_time_").toInstant(),
                due == null ? null : due.toInstant(),
                row.getInt("priority_"),
                row.getInt("movable_") > 0,
                code(row.getString("part_")));
    }
}
