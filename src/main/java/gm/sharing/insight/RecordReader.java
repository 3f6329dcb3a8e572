package gm.sharing.insight;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the record's tables, and takes long answers some rows at a time within a transaction. */
@Component
class RecordReader {

    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    RecordReader(DataSource database) {
        JdbcTemplate template = new JdbcTemplate(database);
        template.setFetchSize(ROWS_AT_ONCE);
        jdbc = JdbcClient.create(template);
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
