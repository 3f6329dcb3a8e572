package gm.sharing.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminders that are due all at once, fired by two copies of the application against one on the same database server. Each
 * copy has one processor of its own, as on a machine of its own, and the database has the others.
 */
final class TimerFigures implements Section {

    private static final Logger log = LoggerFactory.getLogger(TimerFigures.class);

    private static final int PARTNERS = 10;
    private static final int JOURNEYS = 334;
    private static final int TIMERS = PARTNERS * JOURNEYS;
    private static final int ROUNDS = 3;

    private static final String DUE =
            "select count(*) from act_ru_job j where handler_cfg_ like 'Timer_SignOffReminder%'";

    private final Rounds timers =
            Rounds.of("10,000 due timers in 3 rounds, two nodes against one", "1/s", Goal.atLeast(1.6));
    private final Rounds twice = Rounds.of("Timers of two nodes that fired not once", "timers", Goal.atMost(0));

    private final Server server;
    private final Nodes nodes;

    TimerFigures(Server server, Nodes nodes) {
        this.server = server;
        this.nodes = nodes;
    }

    @Override
    public String name() {
        return "timers";
    }

    @Override
    public List<Rounds> measure() {
        var original = server.create("timers");
        try (var ours = Ours.start(original, PARTNERS)) {
            ours.begin(PARTNERS);
        }
        new Copies(original).add(1, JOURNEYS, 0, 1);
        for (int round = 1; round <= ROUNDS; round++) {
            double one = fire("timers_one_" + round, 1);
            timers.add(fire("timers_two_" + round, 2), one);
        }
        return List.of(timers, twice);
    }

    private double fire(String name, int copies) {
        var database = server.copy("timers", name);
        List<JavaProcess> running = new ArrayList<>();
        try (var connection = DriverManager.getConnection(database, Server.USER, "")) {
            IntStream.range(0, copies)
                    .forEach(node -> running.add(
                            nodes.start(database, List.of("taskset", "--cpu-list", Integer.toString(node)))));
            Copies.execute(
                    connection,
                    """
                    update act_ru_job set duedate_ = now() - interval '1 minute'
                    where handler_cfg_ like 'Timer_SignOffReminder%' and process_instance_id_ like '%-000000000%'""");
            long start = System.nanoTime();
            Design.await(() -> count(connection, DUE) <= PARTNERS);
            double perSecond = TIMERS / ((System.nanoTime() - start) / 1e9);
            log.info("{} nodes: {} timers a second", copies, perSecond);
            if (copies == 2) {
                twice.add(notOnce(connection));
            }
            return perSecond;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            running.forEach(JavaProcess::close);
        }
    }

    /** By the history of the processes and by the record. */
    private static double notOnce(Connection connection) {
        return TIMERS
                - count(
                        connection,
                        """
                        select count(*) from (
                          select proc_inst_id_ from act_hi_actinst
                          where act_id_ = 'Timer_SignOffReminder' and end_time_ is not null
                          group by proc_inst_id_ having count(*) = 1) once""")
                + count(
                        connection,
                        """
                        select count(*) from (
                          select reference, for_whom from event where type = 'signoff.reminded'
                          group by reference, for_whom having count(*) <> 1) more""");
    }

    private static double count(Connection connection, String query) {
        try {
            return Double.parseDouble(Copies.column(connection, query).get(0));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
