package gm.sharing.fault;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored faults. Plain SQL, because one that is open already must be passed over without spoiling the transaction. */
@Repository
class FaultRows {

    private static final String COLUMNS =
            "select id, about, kind, reference, place, cause, next_step, since, told_at, settled_at from fault ";

    private final JdbcTemplate connections;
    private final JdbcClient jdbc;

    FaultRows(JdbcTemplate connections) {
        this.connections = connections;
        this.jdbc = JdbcClient.create(connections);
    }

    Optional<OpenFault> open(String about) {
        return jdbc.sql(COLUMNS + "where open_about = ?")
                .param(shortened(about, 255))
                .query(FaultRows::fault)
                .optional();
    }

    /** Adds it, within a transaction, unless somebody was quicker. */
    void add(Fault fault) {
        connections.execute((Connection connection) -> {
            Savepoint before = connection.setSavepoint();
            try {
                insert(fault);
            } catch (DuplicateKeyException seenMeanwhile) {
                connection.rollback(before);
            }
            return true;
        });
    }

    private void insert(Fault fault) {
        String about = shortened(fault.about(), 255);
        jdbc.sql(
                        """
                        insert into fault (about, open_about, kind, reference, place, cause, next_step, since)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        about,
                        about,
                        fault.kind().name(),
                        shortened(fault.reference(), 20),
                        shortened(fault.place(), 500),
                        shortened(fault.cause(), 2000),
                        shortened(fault.nextStep(), 1000),
                        fault.since().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What is wrong may change while it goes on, and so may what to do. */
    void renew(long id, Fault fault) {
        jdbc.sql("update fault set place = ?, cause = ?, next_step = ? where id = ?")
                .params(
                        shortened(fault.place(), 500),
                        shortened(fault.cause(), 2000),
                        shortened(fault.nextStep(), 1000),
                        id)
                .update();
    }

    void told(long id, Instant at) {
        jdbc.sql("update fault set told_at = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    void settle(long id, Instant at) {
        jdbc.sql("update fault set open_about = null, settled_at = ? where id = ? and open_about is not null")
                .params(at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    List<OpenFault> open(Collection<FaultKind> kinds) {
        return jdbc.sql(COLUMNS + "where open_about is not null and kind in (:kinds) order by since, id")
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .query(FaultRows::fault)
                .list();
    }

    List<OpenFault> settledSince(Instant since, Collection<FaultKind> kinds) {
        return jdbc.sql(COLUMNS + "where settled_at >= :since and kind in (:kinds) order by settled_at desc, id desc"
                        + " fetch first 50 rows only")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("kinds", kinds.stream().map(Enum::name).toList())
                .query(FaultRows::fault)
                .list();
    }

    private static OpenFault fault(ResultSet row, int number) throws SQLException {
        return new OpenFault(
                row.getLong("id"),
                row.getString("about"),
                FaultKind.valueOf(row.getString("kind")),
                row.getString("reference"),
                row.getString("place"),
                row.getString("cause"),
                row.getString("next_step"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                moment(row, "told_at"),
                moment(row, "settled_at"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** A database keeps no NUL, and no more than fits. */
    private static String shortened(String text, int longest) {
        String clean = text.replace("\u0000", "");
        return clean.length() <= longest ? clean : clean.substring(0, longest - 1) + "…";
    }
}
