package gm.sharing.notification;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The stored notices. Plain SQL, because a second telling must be passed over without spoiling the transaction. */
@Repository
class Outbox {

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the notice for one person; empty when that person was told before. */
    Optional<Long> add(Notice notice, String recipient, Instant writtenAt) {
        var keys = new GeneratedKeyHolder();
        int added = jdbc.sql(
                        """
                insert into notice (about, recipient, reference, subject, body, path, status, written_at)
                values (:about, :recipient, :reference, :subject, :body, :path, :status, :writtenAt)
                on conflict do nothing""")
                .param("about", notice.about())
                .param("recipient", recipient)
                .param("reference", notice.reference())
                .param("subject", notice.subject())
                .param("body", notice.text())
                .param("path", notice.path())
                .param("status", NoticeStatus.WAITING.name())
                .param("writtenAt", writtenAt.atOffset(ZoneOffset.UTC))
                .update(keys, "id");
        return added == 0 ? Optional.empty() : Optional.of(Objects.requireNonNull(keys.getKeyAs(Long.class)));
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
                        row.getTimestamp("written_at").toInstant()))
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
            return text.strip() + "\n\n" + link + "-- \nSharing Journeys, project " + reference + "\n";
        }
    }
}
