package gm.sharing.workflow.fault;

import gm.sharing.journey.Standstill;
import gm.sharing.project.ProjectReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the engine's tables for failing jobs and incidents of a project and of everything that it called, in one statement. */
@Repository
class EngineStandstill implements Standstill {

    private static final String STOPS =
            """
            with instances as (
              select e.id_ as instance from act_ru_execution e
              where e.parent_id_ is null and e.root_proc_inst_id_ in
                (select p.root_proc_inst_id_ from act_ru_execution p where p.business_key_ = :project))
            select j.retries_ as retries, f.since as seen, i.incident_timestamp_ as given_up,
              case when j.type_ = 'message' then j.create_time_ end as begun
            from act_ru_job j
              left join fault f on f.open_about = 'job:' || j.id_
              left join act_ru_incident i on i.configuration_ = j.id_ and i.incident_type_ = 'failedJob'
            where j.process_instance_id_ in (select instance from instances)
              and (j.exception_stack_id_ is not null or j.exception_msg_ is not null or j.retries_ = 0)
            union all
            select 0, null, i.incident_timestamp_, null
            from act_ru_incident i
            where i.proc_inst_id_ in (select instance from instances)
              and i.incident_type_ <> 'failedJob' and (i.cause_incident_id_ = i.id_ or i.cause_incident_id_ is null)""";

    private final JdbcClient jdbc;

    EngineStandstill(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Stop> of(ProjectReference reference) {
        List<Stop> stops = jdbc.sql(STOPS)
                .param("project", reference.value())
                .query(EngineStandstill::stop)
                .list();
        return stops.isEmpty()
                ? Optional.empty()
                : Optional.of(new Stop(
                        stops.stream()
                                .map(Stop::since)
                                .filter(Objects::nonNull)
                                .min(Comparator.naturalOrder())
                                .orElse(null),
                        stops.stream().allMatch(Stop::triedAgain)));
    }

    private static Stop stop(ResultSet row, int number) throws SQLException {
        OffsetDateTime seen = row.getObject("seen", OffsetDateTime.class);
        Instant begun = instant(row.getTimestamp("begun"));
        Instant givenUp = instant(row.getTimestamp("given_up"));
        Instant since = seen != null ? seen.toInstant() : begun != null ? begun : givenUp;
        return new Stop(since, row.getInt("retries") > 0);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
