package gm.sharing.security;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Failed attempts to sign in, as all nodes count them. */
@Repository
class SignInAttempts {

    private static final RowMapper<Row> ROW = (row, number) -> new Row(
            row.getString("id"),
            row.getInt("failures"),
            row.getTimestamp("wait_until").toInstant(),
            row.getTimestamp("last_at").toInstant(),
            row.getTimestamp("known_until").toInstant());

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SignInAttempts(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    Map<String, Row> read(Collection<String> ids) {
        Map<String, Row> rows = new HashMap<>();
        jdbc.sql("select id, failures, wait_until, last_at, known_until from sign_in_attempts where id in (:ids)")
                .param("ids", ids)
                .query(ROW)
                .list()
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    /** Whether there is nothing to change about this one: no failures, and known beyond that time. */
    boolean isKnown(String id, Instant beyond) {
        return jdbc.sql(
                                "select count(*) from sign_in_attempts where id = :id and failures = 0 and known_until > :beyond")
                        .param("id", id)
                        .param("beyond", at(beyond))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void endWaits(Instant now) {
        jdbc.sql("update sign_in_attempts set wait_until = :now where wait_until > :now")
                .param("now", at(now))
                .update();
    }

    /** What matters least goes first: who is known here stays, and so do those who failed most. */
    void keepAtMost(int rows, Instant now) {
        int present = jdbc.sql("select count(*) from sign_in_attempts")
                .query(Integer.class)
                .single();
        if (present > rows) {
            jdbc.sql(
                            """
                            delete from sign_in_attempts where id in (
                              select id from sign_in_attempts
                              order by case when known_until > :now then 1 else 0 end, failures, last_at
                              fetch first :surplus rows only)""")
                    .param("now", at(now))
                    .param("surplus", present - rows)
                    .update();
        }
    }

    /** Removes what no longer counts; the table stays as small as what was tried lately and who signed in lately. */
    void forget(Instant before, Instant now) {
        jdbc.sql("delete from sign_in_attempts where last_at < :old and known_until < :now")
                .param("old", at(before))
                .param("now", at(now))
                .update();
    }

    /** Changes a row while no other node can, and makes it where there is none. */
    int save(String id, UnaryOperator<Row> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                Integer count = transaction.execute(status -> change(id, change));
                return count == null ? 0 : count;
            } catch (DuplicateKeyException e) {
                if (attempt == 5) {
                    throw e;
                }
            }
        }
    }

    private int change(String id, UnaryOperator<Row> change) {
        Row present = jdbc.sql(
                        """
                        select id, failures, wait_until, last_at, known_until from sign_in_attempts
                        where id = :id for update""")
                .param("id", id)
                .query(ROW)
                .optional()
                .orElse(null);
        Row none = new Row(id, 0, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
        Row now = change.apply(present == null ? none : present);
        jdbc.sql(
                        present == null
                                ? """
                                insert into sign_in_attempts (id, failures, wait_until, last_at, known_until)
                                values (:id, :failures, :waitUntil, :lastAt, :knownUntil)"""
                                : """
                                update sign_in_attempts set failures = :failures, wait_until = :waitUntil,
                                  last_at = :lastAt, known_until = :knownUntil
                                where id = :id""")
                .param("id", now.id())
                .param("failures", now.failures())
                .param("waitUntil", at(now.waitUntil()))
                .param("lastAt", at(now.lastAt()))
                .param("knownUntil", at(now.knownUntil()))
                .update();
        return now.failures();
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }

    /**
     * What is counted of one.
     *
     * @param id a digest
     * @param knownUntil until when a name counts as known from an address, because it signed in there
     */
    record Row(String id, int failures, Instant waitUntil, Instant lastAt, Instant knownUntil) {}
}
