package gm.sharing.workflow.instance;

import gm.sharing.Conflicts;
import gm.sharing.project.ProjectReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The running process instances of a project: its own and those that it called. */
@Component
class ProjectsProcesses {

    private static final String TREE =
            """
            select proc_inst_id_ from act_ru_execution
            where root_proc_inst_id_ in (select root_proc_inst_id_ from act_ru_execution where business_key_ = ?)""";

    /** Whoever adds a row refers to one of these, and has to wait for it. */
    private static final String EXECUTIONS = held("act_ru_execution", "proc_inst_id_ in (" + TREE + ")");

    /** What else the engine changes or deletes when an instance moves on. */
    private static final List<String> BELONGINGS = List.of(
            held("act_ru_event_subscr", "proc_inst_id_ in (" + TREE + ")"),
            held("act_ru_job", "process_instance_id_ in (" + TREE + ")"),
            held("act_ru_task", "proc_inst_id_ in (" + TREE + ")"),
            held(
                    "act_ru_identitylink",
                    "task_id_ in (select id_ from act_ru_task where proc_inst_id_ in (" + TREE + "))"),
            held("act_ru_variable", "proc_inst_id_ in (" + TREE + ")"));

    /** A step takes a fraction of it; then the whole begins again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMillis(160);

    private final JdbcTemplate database;

    ProjectsProcesses(JdbcTemplate database) {
        this.database = database;
    }

    private static String held(String table, String which) {
        return "select id_ from %s where %s for update nowait".formatted(table, which);
    }

    /**
     * Lets nobody and no job move them on before the transaction ends, after whoever is about to. Without it, what ends
     * many instances at once begins again with each signature that comes meanwhile.
     *
     * <p>It gets all of them or holds none: a step adds rows, which holds executions, then takes away subscriptions, jobs
     * and tasks, and last changes executions again. There is no order in which one could wait for them and never hold what
     * such a step needs next.
     *
     * @throws CannotAcquireLockException a conflict as others: somebody else holds one of them for long
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void holdStill(ProjectReference reference) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Duration pause = SHORTEST;
        while (!Boolean.TRUE.equals(database.execute((Connection connection) -> holdsAll(connection, reference)))) {
            if (System.nanoTime() > end) {
                throw new CannotAcquireLockException("The processes of " + reference + " cannot be held");
            }
            sleep(pause);
            pause = pause.compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        }
    }

    private static boolean holdsAll(Connection connection, ProjectReference reference) throws SQLException {
        var before = connection.setSavepoint();
        try {
            Set<String> executions = hold(connection, EXECUTIONS, reference);
            for (String belonging : BELONGINGS) {
                hold(connection, belonging, reference);
            }
            // What was added just before the first was held.
            if (hold(connection, EXECUTIONS, reference).equals(executions)) {
                connection.releaseSavepoint(before);
                return true;
            }
        } catch (SQLException e) {
            if (!Conflicts.isConflict(e)) {
                throw e;
            }
        }
        connection.rollback(before);
        return false;
    }

    private static Set<String> hold(Connection connection, String query, ProjectReference reference)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, reference.value());
            Set<String> ids = new HashSet<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotAcquireLockException("Interrupted while waiting", e);
        }
    }
}
