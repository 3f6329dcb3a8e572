package gm.sharing.notification;

import java.net.URI;
import java.sql.Connection;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The stored notices. Plain SQL, because a second telling must be passed over without spoiling the transaction. */
@Repository
class Outbox {

    private final JdbcOperations connections;
    private final JdbcClient jdbc;

    Outbox(JdbcOperations connections) {
        this.connections = connections;
        this.jdbc = JdbcClient.create(connections);
    }

    /** Adds the notice for one person, within a transaction; empty when that person was told before. */
    Optional<Long> add(Notice notice, String recipient, Instant writtenAt) {
        if (isTold(notice.about(), recipient)) {
            return Optional.empty();
        }
        return Objects.requireNonNull(connections.execute((Connection connection) -> {
            Savepoint before = connection.setSavepoint();
            try {
                long id = insert(notice, recipient, writtenAt);
                connection.releaseSavepoint(before);
                return Optional.of(id);
            } catch (DuplicateKeyException toldMeanwhile) {
                // PostgreSQL refuses everything more in a transaction with an error that is not rolled back.
                connection.rollback(before);
                return Optional.<Long>empty();
            }
        }));
    }

    private boolean isTold(String about, String recipient) {
        return jdbc.sql("select count(*) from notice where about = ? and recipient = ?")
                        .params(about, recipient)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private long insert(Notice notice, String recipient, Instant writtenAt) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                insert into notice (about, recipient, reference, subject, body, path, status, written_at)
                values (:about, :recipient, :reference, :subject, :body, :path, :status, :writtenAt)""")
                .param("about", notice.about())
                .param("recipient", recipient)
                .param("reference", notice.reference())
                .param("subject", notice.subject())
                .param("body", notice.text())
                .param("path", notice.path())
                .param("status", NoticeStatus.WAITING.name())
                .param("writtenAt", writtenAt.atOffset(ZoneOffset.UTC))
                .update(key, "id");
        return Objects.requireNonNull(key.getKeyAs(Long.class));
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
