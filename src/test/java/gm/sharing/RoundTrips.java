package gm.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * The ways of a thread to the database and back, in order, each as its SQL. One execution of a statement is one round trip,
 * and so is a batch whatever its size, a commit, a roll-back, and the setting of a savepoint and its release.
 */
public final class RoundTrips {

    private static final Set<String> WAYS_WITHOUT_QUERY =
            Set.of("commit", "rollback", "setSavepoint", "releaseSavepoint");

    private static final ThreadLocal<Optional<List<String>>> RECORDED = ThreadLocal.withInitial(Optional::empty);

    private RoundTrips() {}

    /** The same database, whose round trips can be counted. */
    public static DataSource counted(DataSource database) {
        return ProxyDataSourceBuilder.create(database)
                .listener(new Queries())
                .methodListener(new Methods())
                .build();
    }

    /** What the work makes its own thread say; what it leaves to other threads is not among it. */
    public static List<String> of(Runnable work) {
        List<String> recorded = new ArrayList<>();
        RECORDED.set(Optional.of(recorded));
        try {
            work.run();
        } finally {
            RECORDED.remove();
        }
        return recorded;
    }

    private static void record(String way) {
        RECORDED.get().ifPresent(recorded -> recorded.add(way));
    }

    private static final class Queries implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            record(queries.isEmpty() ? "empty batch" : queries.get(0).getQuery());
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
    }

    private static final class Methods implements MethodExecutionListener {

        @Override
        public void beforeMethod(MethodExecutionContext call) {
            if (WAYS_WITHOUT_QUERY.contains(call.getMethod().getName())) {
                record(call.getMethod().getName());
            }
        }

        @Override
        public void afterMethod(MethodExecutionContext call) {}
    }
}
