package gm.sharing.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminders that are due all at once, fired by two copies of the application against one on the same database server. Each
 * copy has one processor of its own, as on a machine of its own, and the database has the others. All copies run from the
 * beginning to the end and are warm before anything is measured; those whose turn it is not have nothing to do.
 */
final class TimerFigures implements Section {

    private static final Logger log = LoggerFactory.getLogger(TimerFigures.class);

    private static final int PARTNERS = 10;
    private static final int JOURNEYS = 1_050;
    private static final int ROUNDS = 5;
    private static final int TIMERS_OF_A_ROUND = 1_000;

    /** For each node, with all processors for all of them. */
    private static final int WARM_UP = 2_500;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private static final String REMINDERS = "handler_cfg_ like 'Timer_SignOffReminder%'";
    private static final String DUE =
            "select count(*) from act_ru_job where duedate_ < now() - interval '30 seconds' and " + REMINDERS;
    private static final String NODES_AT_WORK =
            "select count(distinct lock_owner_) from act_ru_job where lock_owner_ is not null and " + REMINDERS;

    private final Rounds timers =
            Rounds.of("10,000 due timers, 5 rounds of 1,000 by two nodes against one", "1/s", Goal.atLeast(1.6));
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
        numberAfterCopies(original);
        try (var one = new Cluster(server.copy("timers", "timers_one"), 1);
                var two = new Cluster(server.copy("timers", "timers_two"), 2)) {
            one.makeDue(WARM_UP);
            two.makeDue(2 * WARM_UP);
            one.awaitFired();
            two.awaitFired();
            one.keepToOneProcessorEach();
            two.keepToOneProcessorEach();
            server.keepToProcessorsFrom(2);
            for (int round = 1; round <= ROUNDS; round++) {
                double alone = one.firedPerSecond();
                double together = two.firedPerSecond();
                log.info("Timers a second: one node {}, two nodes {}", alone, together);
                timers.add(together, alone);
            }
            twice.add(two.notOnce());
        } finally {
            server.keepToProcessorsFrom(0);
        }
        return List.of(timers, twice);
    }

    /** What is added from now on gets a number that no copy has. */
    private static void numberAfterCopies(String database) {
        try (var connection = DriverManager.getConnection(database, Server.USER, "")) {
            for (var table : List.of("event", "notice")) {
                Copies.execute(
                        connection,
                        "select setval(pg_get_serial_sequence('%1$s', 'id'), (select max(id) from %1$s))"
                                .formatted(table));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Some nodes on one database. */
    private final class Cluster implements AutoCloseable {

        private final List<JavaProcess> running = new ArrayList<>();
        private final Connection connection;
        private int made;

        Cluster(String database, int copies) {
            try {
                connection = DriverManager.getConnection(database, Server.USER, "");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            IntStream.range(0, copies).forEach(node -> running.add(nodes.start(database, List.of())));
        }

        void keepToOneProcessorEach() {
            IntStream.range(0, running.size()).forEach(node -> running.get(node).keepToProcessor(node));
        }

        void makeDue(int count) {
            execute(
                    """
                    update act_ru_job set duedate_ = now() - interval '1 minute' where id_ in (
                      select id_ from act_ru_job where duedate_ > now() and %s order by id_ limit %d)"""
                            .formatted(REMINDERS, count));
            made += count;
        }

        void awaitFired() {
            while (count(DUE) > 0) {
                Design.pause(LOOK_AGAIN);
            }
        }

        /** From the moment when every node has some in hand: idle ones look only now and then. */
        double firedPerSecond() {
            makeDue(TIMERS_OF_A_ROUND);
            while (count(NODES_AT_WORK) < running.size()) {
                Design.pause(LOOK_AGAIN);
            }
            double due = count(DUE);
            long start = System.nanoTime();
            awaitFired();
            return due / ((System.nanoTime() - start) / 1e9);
        }

        /** By the history of the processes and by the record. */
        double notOnce() {
            return made
                    - count(
                            """
                            select count(*) from (
                              select proc_inst_id_ from act_hi_actinst
                              where act_id_ = 'Timer_SignOffReminder' and end_time_ is not null
                              group by proc_inst_id_ having count(*) = 1) once""")
                    + count(
                            """
                            select count(*) from (
                              select reference, for_whom from event where type = 'signoff.reminded'
                              group by reference, for_whom having count(*) <> 1) more""");
        }

        private void execute(String statement) {
            try {
                Copies.execute(connection, statement);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private double count(String query) {
            try {
                return Double.parseDouble(Copies.column(connection, query).get(0));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            running.forEach(JavaProcess::close);
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
