package gm.sharing.notification;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
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
            insert into notice (about, recipient, reference, subject, body, path, status, written_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate connections;
    private final JdbcClient jdbc;

    Outbox(JdbcTemplate connections) {
        this.connections = connections;
        this.jdbc = JdbcClient.create(connections);
    }

    /** Adds the notice for each of these people, within a transaction; the ids of those who were not told before. */
    List<Long> add(Notice notice, List<String> recipients, Instant writtenAt) {
        if (recipients.isEmpty()) {
            return List.of();
        }
        return insert(notice, recipients, writtenAt)
                .or(() -> insert(notice, untold(notice, recipients), writtenAt))
                .orElseGet(() -> recipients.stream()
                        .flatMap(recipient -> insert(notice, List.of(recipient), writtenAt).stream())
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
    private Optional<List<Long>> insert(Notice notice, List<String> recipients, Instant writtenAt) {
        if (recipients.isEmpty()) {
            return Optional.of(List.of());
        }
        return Objects.requireNonNull(connections.execute((Connection connection) -> {
            // PostgreSQL refuses everything more in a transaction with an error that is not rolled back. Nothing
            // releases
            // the savepoint: the transaction's end does that without another way to the database.
            Savepoint before = connection.setSavepoint();
            try {
                return Optional.of(insertAll(notice, recipients, writtenAt));
            } catch (DuplicateKeyException toldMeanwhile) {
                connection.rollback(before);
                return Optional.<List<Long>>empty();
            }
        }));
    }

    private List<Long> insertAll(Notice notice, List<String> recipients, Instant writtenAt) {
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
                        row.setString(7, NoticeStatus.WAITING.name());
                        row.setObject(8, writtenAt.atOffset(ZoneOffset.UTC));
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

    Optional<Entry> find(long id) {
        return jdbc.sql(
                        "select id, recipient, reference, subject, body, path, status, written_at from notice where id = ?")
                .param(id)
                .query((row, number) -> new Entry(
                        row.getLong("id"),
                        row.getString("recipient"),
                        row.getString("reference"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("path"),
                        NoticeStatus.valueOf(row.getString("status")),
                        row.getObject("written_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void settle(long id, NoticeStatus status, Instant at) {
        jdbc.sql("update notice set status = ?, settled_at = ? where id = ?")
                .params(status.name(), at.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** One notice for one person. */
    record Entry(
            long id,
            String recipient,
            String reference,
            String subject,
            String text,
            @Nullable String path,
            NoticeStatus status,
            Instant writtenAt) {

        boolean waiting() {
            return status == NoticeStatus.WAITING;
        }

        /** One line, whatever the title of the project holds. */
        String subjectLine() {
            return subject.strip().replaceAll("\\s+", " ");
        }

        /** The text, where to go on, and what this is about. */
        String body(URI baseUrl) {
            String link = path == null ? "" : baseUrl.toString().replaceFirst("/+$", "") + path + "\n\n";
            return text.strip() + "\n\n" + link + "-- \nSharing Journeys"
                    + (reference.isEmpty() ? "" : ", project " + reference) + "\n";
        }
    }
}
