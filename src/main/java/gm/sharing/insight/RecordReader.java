package gm.sharing.insight;

import gm.sharing.database.WhichDatabase;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the record's tables, and takes long answers some rows at a time within a transaction. */
@Component
class RecordReader {

    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final boolean keepsPlans;

    RecordReader(DataSource database) {
        JdbcTemplate template = new JdbcTemplate(database);
        template.setFetchSize(ROWS_AT_ONCE);
        jdbc = JdbcClient.create(template);
        keepsPlans = WhichDatabase.of(database) == DatabaseDriver.POSTGRESQL;
    }

    /**
     * Until the transaction ends PostgreSQL plans each statement for what it is asked. After some times it would keep one plan for
     * any period, as if few journeys fell into it: with 20,000 that took a minute instead of five seconds.
     */
    void planForWhatIsAsked() {
        if (keepsPlans) {
            jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
        }
    }

    JdbcClient.StatementSpec sql(String sql) {
        return jdbc.sql(sql);
    }

    /** A statement about a period and a kind of organisation. */
    JdbcClient.StatementSpec sql(String sql, Asked asked) {
        return jdbc.sql(sql)
                .param("kind", asked.kindStored())
                .param("start", asked.period().start())
                .param("end", asked.period().end());
    }
}
