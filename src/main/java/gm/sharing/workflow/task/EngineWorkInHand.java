package gm.sharing.workflow.task;

import gm.sharing.insight.WorkInHand;
import gm.sharing.organisation.OrganisationCode;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the open tasks of projects in the engine's tables: its own report neither leaves out other tasks nor knows dates. */
@Component
class EngineWorkInHand implements WorkInHand {

    private final JdbcClient jdbc;
    private final Clock clock;

    EngineWorkInHand(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Waiting> now() {
        return jdbc.sql(
                        """
                        select i.group_id_, count(*), sum(case when t.due_date_ < :now then 1 else 0 end), min(t.create_time_)
                        from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                          left join act_ru_identitylink i on i.task_id_ = t.id_ and i.type_ = 'candidate'
                            and i.group_id_ is not null
                        where t.suspension_state_ = 1 and e.business_key_ like 'SJ-%'
                        group by i.group_id_""")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Waiting(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    @Override
    public Late late() {
        return late(WorkStatement.overdue(clock.instant()));
    }

    @Override
    public Late lateFor(Collection<OrganisationCode> parts) {
        return late(WorkStatement.overdue(clock.instant()).ofParts(parts));
    }

    private Late late(WorkStatement overdue) {
        return jdbc.sql(overdue.countOfProjects())
                .params(overdue.values())
                .query((row, number) -> new Late(row.getInt(1), row.getInt(2)))
                .single();
    }
}
