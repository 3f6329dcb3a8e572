package gm.sharing.notification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The stored notices. Plain SQL, because a second telling must be passed over without spoiling the transaction. */
@Repository
class Outbox {

    private static final String INSERT =
            """
            insert into notice (about, recipient, reference, subject, body, path, status, written_at,
              held_until, asks, useful_until)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String ENTRY =
            "select id, recipient, reference, subject, body, path, status, written_at, sent_with,"
                    + " held_until, asks, useful_until from notice ";

    private final JdbcTemplate connections;
    private final JdbcClient jdbc;

    Outbox(JdbcTemplate connections) {
        this.connections = connections;
        this.jdbc = JdbcClient.create(connections);
    }

    /** Adds the notice for each of these people, within a transaction; the ids of those who were not told before. */
    List<Long> add(Notice notice, List<String> recipients, Instant writtenAt) {
        return add(notice, recipients, writtenAt, null);
    }

    /** As {@link #add}, to be held until that moment. */
    List<Long> hold(Notice notice, List<String> recipients, Instant writtenAt, Instant until) {
        return add(notice, recipients, writtenAt, until);
    }

    private List<Long> add(Notice notice, List<String> recipients, Instant writtenAt, @Nullable Instant until) {
        if (recipients.isEmpty()) {
            return List.of();
        }
        return insert(notice, recipients, writtenAt, until)
                .or(() -> insert(notice, untold(notice, recipients), writtenAt, until))
                .orElseGet(() -> recipients.stream()
                        .flatMap(recipient -> insert(notice, List.of(recipient), writtenAt, until).stream())
                        .flatMap(List::stream)
                        .toList());
    }

    private List<String> untold(Notice notice, List<String> recipients) {
        var told = jdbc.sql("select recipient from notice where about = ?")
                .param(notice.about())
                .query(String.class)
                .set();
        return recipients.stream()
                .filter(recipient -> !told.contains(recipient))
                .toList();
    }

    /** All of them or, when somebody was told before, none. */
    private Optional<List<Long>> insert(
            Notice notice, List<String> recipients, Instant writtenAt, @Nullable Instant until) {
        if (recipients.isEmpty()) {
            return Optional.of(List.of());
        }
        return Objects.requireNonNull(connections.execute((Connection connection) -> {
            // PostgreSQL refuses everything more in a transaction with an error that is not rolled back. Nothing
            // releases
            // the savepoint: the transaction's end does that without another way to the database.
            Savepoint before = connection.setSavepoint();
            try {
                return Optional.of(insertAll(notice, recipients, writtenAt, until));
            } catch (DuplicateKeyException toldMeanwhile) {
                connection.rollback(before);
                return Optional.<List<Long>>empty();
            }
        }));
    }

    private List<Long> insertAll(Notice notice, List<String> recipients, Instant writtenAt, @Nullable Instant until) {
        var keys = new GeneratedKeyHolder();
        connections.batchUpdate(
                connection -> connection.prepareStatement(INSERT, new String[] {"id"}),
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement row, int number) throws SQLException {
                        row.setString(1, notice.about());
                        row.setString(2, recipients.get(number));
                        row.setString(3, notice.reference());
                        row.setString(4, notice.subject());
                        row.setString(5, notice.text());
                        row.setString(6, notice.path());
                        row.setString(7, (until == null ? NoticeStatus.WAITING : NoticeStatus.HELD).name());
                        row.setObject(8, writtenAt.atOffset(ZoneOffset.UTC));
                        row.setObject(9, moment(until), Types.TIMESTAMP_WITH_TIMEZONE);
                        row.setString(10, notice.waiting().asks());
                        row.setObject(11, moment(notice.waiting().until()), Types.TIMESTAMP_WITH_TIMEZONE);
                    }

                    @Override
                    public int getBatchSize() {
                        return recipients.size();
                    }
                },
                keys);
        return keys.getKeyList().stream()
                .map(key -> ((Number) key.values().iterator().next()).longValue())
                .toList();
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    /** These, the oldest first. */
    List<Entry> all(List<Long> ids) {
        return jdbc.sql(ENTRY + "where id in (:ids) order by id")
                .param("ids", ids)
                .query(Outbox::entry)
                .list();
    }

    Optional<Entry> find(long id) {
        return jdbc.sql(ENTRY + "where id = ?").param(id).query(Outbox::entry).optional();
    }

    /**
     * Takes a notice in hand, within a transaction, with what else was written for the same person about the same time.
     * What was taken once stays together: a further attempt takes the same again, so that a copy can be told.
     *
     * @param span how far apart they may be written; zero takes each alone
     * @return the oldest first; none when it is settled or goes out with another one
     */
    List<Entry> take(long id, Duration span) {
        Optional<Entry> waiting = find(id).filter(Entry::waiting);
        if (waiting.isEmpty()) {
            return List.of();
        }
        Entry notice = waiting.get();
        if (notice.sentWith() == null) {
            List<Long> together = lockTogether(notice, span);
            if (!together.contains(id)) {
                return List.of();
            }
            jdbc.sql("update notice set sent_with = :id where id in (:together)")
                    .param("id", id)
                    .param("together", together)
                    .update();
        }
        return taken(notice);
    }

    /** In one order, so that two which take for the same person do not wait for each other. */
    private List<Long> lockTogether(Entry notice, Duration span) {
        String free = " and status = 'WAITING' and sent_with is null ";
        if (span.isZero()) {
            return jdbc.sql("select id from notice where id = ?" + free + "for update")
                    .param(notice.id())
                    .query(Long.class)
                    .list();
        }
        return jdbc.sql("select id from notice where recipient = ?" + free
                        + "and written_at between ? and ? order by id for update")
                .params(
                        notice.recipient(),
                        notice.writtenAt().minus(span).atOffset(ZoneOffset.UTC),
                        notice.writtenAt().plus(span).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    /** What this notice has taken in hand and is not settled. */
    private List<Entry> taken(Entry notice) {
        return jdbc.sql(ENTRY + "where recipient = ? and status = 'WAITING' and sent_with = ? order by id")
                .params(notice.recipient(), notice.id())
                .query(Outbox::entry)
                .list();
    }

    /** Settles a notice and all that goes out with it. */
    void settle(Entry notice, NoticeStatus status, Instant at) {
        jdbc.sql("update notice set status = ?, settled_at = ?"
                        + " where recipient = ? and status = 'WAITING' and (id = ? or sent_with = ?)")
                .params(status.name(), at.atOffset(ZoneOffset.UTC), notice.recipient(), notice.id(), notice.id())
                .update();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        long with = row.getLong("sent_with");
        return new Entry(
                row.getLong("id"),
                row.getString("recipient"),
                row.getString("reference"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("path"),
                NoticeStatus.valueOf(row.getString("status")),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                with == 0 ? null : with,
                Held.in(row));
    }

    /**
     * One notice for one person.
     *
     * @param sentWith the notice with which it goes out, which may be itself; null before an attempt was made
     * @param held when it belongs to a letter of the day, also after that letter is on its way
     */
    record Entry(
            long id,
            String recipient,
            String reference,
            String subject,
            String text,
            @Nullable String path,
            NoticeStatus status,
            Instant writtenAt,
            @Nullable Long sentWith,
            @Nullable Held held) {

        Entry goingOnAt(String other) {
            return new Entry(id, recipient, reference, subject, text, other, status, writtenAt, sentWith, held);
        }

        /** When it was first to be sent. */
        Instant since() {
            return held == null ? writtenAt : held.until();
        }

        boolean waiting() {
            return status == NoticeStatus.WAITING;
        }
    }
}
