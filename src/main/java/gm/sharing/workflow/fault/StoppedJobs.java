package gm.sharing.workflow.fault;

import gm.sharing.fault.Fault;
import gm.sharing.fault.FaultKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs that failed and have not gone well since, and incidents of other kinds, of every process instance. */
@Repository
class StoppedJobs {

    /** More of them have one cause, and it is mended before the list is read to its end. */
    private static final String MOST = " fetch first 500 rows only";

    private static final String JOBS =
            """
            select j.id_ as id, j.process_def_id_ as definition, coalesce(j.failed_act_id_, d.act_id_) as element,
              j.exception_msg_ as message, j.retries_ as retries, coalesce(e.business_key_, r.business_key_) as reference
            from act_ru_job j
              left join act_ru_jobdef d on d.id_ = j.job_def_id_
              left join act_ru_execution e on e.id_ = j.process_instance_id_
              left join act_ru_execution r on r.id_ = e.root_proc_inst_id_
            where j.exception_stack_id_ is not null or j.exception_msg_ is not null or j.retries_ = 0
            order by j.id_"""
                    + MOST;

    private static final String INCIDENTS =
            """
            select i.id_ as id, i.proc_def_id_ as definition, i.activity_id_ as element, i.incident_msg_ as message,
              i.incident_timestamp_ as since, coalesce(e.business_key_, r.business_key_) as reference
            from act_ru_incident i
              left join act_ru_execution e on e.id_ = i.proc_inst_id_
              left join act_ru_execution r on r.id_ = e.root_proc_inst_id_
            where i.incident_type_ <> 'failedJob' and (i.cause_incident_id_ = i.id_ or i.cause_incident_id_ is null)
            order by i.id_"""
                    + MOST;

    private final JdbcClient jdbc;
    private final Elements elements;
    private final Clock clock;

    StoppedJobs(JdbcClient jdbc, Elements elements, Clock clock) {
        this.jdbc = jdbc;
        this.elements = elements;
        this.clock = clock;
    }

    List<Fault> now() {
        return Stream.concat(
                        jdbc.sql(JOBS).query(this::job).list().stream(),
                        jdbc.sql(INCIDENTS).query(this::incident).list().stream())
                .toList();
    }

    private Fault job(ResultSet row, int number) throws SQLException {
        boolean givenUp = row.getInt("retries") <= 0;
        return new Fault(
                "job:" + row.getString("id"),
                FaultKind.JOB,
                reference(row),
                elements.inWords(row.getString("definition"), row.getString("element")),
                Causes.of(row.getString("message")) + ".",
                givenUp
                        ? "Process owners: correct the model, table or form and deploy it. Administrators: when it is"
                                + " corrected, increase the retries of the job in Cockpit, or move the journey to the corrected"
                                + " version; then it goes on."
                        : "It is tried again by itself every few minutes. If the cause lies in a model, table or form,"
                                + " correct it and deploy it before the tries are used up.",
                clock.instant(),
                givenUp ? Fault.Tell.AT_ONCE : Fault.Tell.WHEN_IT_LASTS);
    }

    private Fault incident(ResultSet row, int number) throws SQLException {
        Timestamp since = row.getTimestamp("since");
        Instant from = since == null ? clock.instant() : since.toInstant();
        return new Fault(
                "incident:" + row.getString("id"),
                FaultKind.JOB,
                reference(row),
                elements.inWords(row.getString("definition"), row.getString("element")),
                Causes.of(row.getString("message")) + ".",
                "Administrators: look at the incident in Cockpit and resolve it there.",
                from,
                Fault.Tell.AT_ONCE);
    }

    private static String reference(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        return reference == null ? "" : reference;
    }
}
