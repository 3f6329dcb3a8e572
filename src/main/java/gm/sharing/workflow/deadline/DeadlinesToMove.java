package gm.sharing.workflow.deadline;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits to be moved because of a new bank holiday, as it was when the day was added. */
@Component
class DeadlinesToMove {

    private static final String TASKS =
            """
            insert into deadline_to_move (bank_holiday, process_instance, kind, engine_id, ends)
            select cast(:day as date), proc_inst_id_, 'TASK', id_, due_date_ from act_ru_task
            where proc_inst_id_ is not null and due_date_ >= :begin""";

    private static final String TIMERS =
            """
            insert into deadline_to_move (bank_holiday, process_instance, kind, engine_id, ends)
            select cast(:day as date), process_instance_id_, 'TIMER', id_, duedate_ from act_ru_job
            where type_ = 'timer' and process_instance_id_ is not null and duedate_ >= :begin""";

    private static final String VARIABLES =
            """
            insert into deadline_to_move (bank_holiday, process_instance, kind, engine_id, ends_millis)
            select cast(:day as date), proc_inst_id_, 'VARIABLE', id_, long_ from act_ru_variable
            where type_ = 'date' and proc_inst_id_ is not null and long_ >= :begin and name_ in (:names)""";

    private final JdbcClient jdbc;

    DeadlinesToMove(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One deadline; what it is and when it ended. */
    record Row(Kind kind, String engineId, Instant ends) {}

    enum Kind {
        TASK,
        TIMER,
        VARIABLE
    }

    /** The models that have running instances, by the id of their definition. */
    List<String> runningDefinitions() {
        return jdbc.sql("select distinct proc_def_id_ from act_ru_execution where proc_def_id_ is not null")
                .query(String.class)
                .list();
    }

    void writeDown(LocalDate day, Instant begin, Collection<String> variables) {
        jdbc.sql(TASKS).param("day", day).param("begin", Timestamp.from(begin)).update();
        jdbc.sql(TIMERS).param("day", day).param("begin", Timestamp.from(begin)).update();
        if (!variables.isEmpty()) {
            jdbc.sql(VARIABLES)
                    .param("day", day)
                    .param("begin", begin.toEpochMilli())
                    .param("names", variables)
                    .update();
        }
    }

    /** The days for which something waits, the one that was added first before others. */
    List<LocalDate> days() {
        return jdbc.sql("select bank_holiday from deadline_to_move group by bank_holiday order by min(id)")
                .query(LocalDate.class)
                .list();
    }

    List<String> instances(LocalDate day) {
        return jdbc.sql("select distinct process_instance from deadline_to_move where bank_holiday = :day")
                .param("day", day)
                .query(String.class)
                .list();
    }

    boolean hasAny(LocalDate day) {
        return jdbc.sql("select count(*) from deadline_to_move where bank_holiday = :day")
                        .param("day", day)
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Row> of(LocalDate day, String instance) {
        return jdbc.sql("select kind, engine_id, ends, ends_millis from deadline_to_move"
                        + " where bank_holiday = :day and process_instance = :instance order by id")
                .param("day", day)
                .param("instance", instance)
                .query((row, number) -> new Row(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("engine_id"),
                        moment(row.getTimestamp("ends"), row.getLong("ends_millis"))))
                .list();
    }

    /** It was moved because of another day: what waits because of this one is that it lies there now. */
    void follow(Row row, Instant to) {
        boolean inMillis = row.kind() == Kind.VARIABLE;
        jdbc.sql("update deadline_to_move set ends = :to, ends_millis = :millis"
                        + " where engine_id = :id and (ends = :ends or ends_millis = :endsMillis)")
                .param("to", inMillis ? null : Timestamp.from(to))
                .param("millis", inMillis ? to.toEpochMilli() : null)
                .param("id", row.engineId())
                .param("ends", Timestamp.from(row.ends()))
                .param("endsMillis", row.ends().toEpochMilli())
                .update();
    }

    void done(LocalDate day, String instance) {
        jdbc.sql("delete from deadline_to_move where bank_holiday = :day and process_instance = :instance")
                .param("day", day)
                .param("instance", instance)
                .update();
    }

    private static Instant moment(@Nullable Timestamp ends, long millis) {
        return ends == null ? Instant.ofEpochMilli(millis) : ends.toInstant();
    }
}
