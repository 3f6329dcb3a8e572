package gm.sharing.workflow.fault;

import gm.sharing.fault.Fault;
import gm.sharing.fault.FaultKind;
import gm.sharing.fault.Faults;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares what stops journeys now with what people were told. It looks at the engine's tables and not at its events, so
 * nothing is missed that happened while no node ran, and what goes well again is settled however that came about.
 */
@Component
class FaultWatch {

    private static final Duration TURN = Duration.ofSeconds(30);
    private static final String STEP = "step:";

    private final JdbcClient jdbc;
    private final Faults faults;
    private final StoppedJobs jobs;
    private final TasksForNobody tasks;

    FaultWatch(JdbcClient jdbc, Faults faults, StoppedJobs jobs, TasksForNobody tasks) {
        this.jdbc = jdbc;
        this.faults = faults;
        this.jobs = jobs;
        this.tasks = tasks;
    }

    /** Looks when it is this node's turn. */
    @Transactional
    public void lookInTurn() {
        Instant now = Instant.now();
        int taken = jdbc.sql("update fault_watch set looked_at = ? where id = 1 and looked_at < ?")
                .params(now.atOffset(ZoneOffset.UTC), now.minus(TURN).atOffset(ZoneOffset.UTC))
                .update();
        if (taken == 1) {
            look();
        }
    }

    /** Looks at once. */
    @Transactional
    public void look() {
        List<Fault> now = new ArrayList<>(jobs.now());
        now.addAll(tasks.now());
        faults.areNow(Set.of(FaultKind.JOB, FaultKind.TASK), now);
        faults.openOnes(FaultKind.STEP).stream()
                .filter(about -> about.startsWith(STEP)
                        && isDone(about.substring(STEP.length()).replaceFirst(":.*", "")))
                .forEach(faults::settle);
    }

    private boolean isDone(String task) {
        return jdbc.sql("select count(*) from act_ru_task where id_ = ?")
                        .param(task)
                        .query(Integer.class)
                        .single()
                == 0;
    }
}
