package gm.sharing.security;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Knows the sign-ins of somebody on all nodes, and ends them, in the transaction of what ends them. */
@Component
public class OpenSessions {

    /** Of a session, from where its person signed in; in words that people read. */
    static final String FROM = "signed-in-from";

    private static final String THOSE_THAT_STAND =
            """
            select s.session_id, s.creation_time, s.last_access_time, a.attribute_bytes
            from spring_session s left join spring_session_attributes a
              on a.session_primary_id = s.primary_id and a.attribute_name = :from
            where s.principal_name = :person
              and s.expiry_time > extract(epoch from current_timestamp) * 1000
              and s.creation_time > (extract(epoch from current_timestamp) - :longest) * 1000
            order by s.last_access_time desc, s.creation_time desc""";

    private final JdbcClient jdbc;
    private final Duration longest;

    /** @param longest as {@link SignInSessions} has it */
    OpenSessions(JdbcClient jdbc, @Value("${sharing.sign-in.longest-session:12h}") Duration longest) {
        this.jdbc = jdbc;
        this.longest = longest;
    }

    /**
     * A sign-in that has not ended.
     *
     * @param mark tells it from others, and lets nobody in
     * @param from browser and address; empty when it is from before they were kept
     * @param own whether it is that of the request at hand
     */
    record Open(String mark, Instant since, Instant lastUsed, String from, boolean own) {}

    /** Those of somebody, the one that was used last first. */
    List<Open> of(String person) {
        String own = own();
        return jdbc.sql(THOSE_THAT_STAND)
                .param("from", FROM)
                .param("person", person)
                .param("longest", longest.toSeconds())
                .query((row, number) -> {
                    String session = row.getString("session_id").strip();
                    byte[] from = row.getBytes("attribute_bytes");
                    return new Open(
                            mark(session),
                            Instant.ofEpochMilli(row.getLong("creation_time")),
                            Instant.ofEpochMilli(row.getLong("last_access_time")),
                            from != null && SignInSessions.read(from) instanceof String words ? words : "",
                            session.equals(own));
                })
                .list();
    }

    /**
     * Ends one of somebody's own, wherever it is.
     *
     * @return whether there was one
     */
    boolean end(String person, String mark) {
        return jdbc
                        .sql("select session_id from spring_session where principal_name = :person")
                        .param("person", person)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(String::strip)
                        .filter(session -> mark(session).equals(mark))
                        .mapToInt(session -> jdbc.sql("delete from spring_session where session_id = :session")
                                .param("session", session)
                                .update())
                        .sum()
                > 0;
    }

    /**
     * Ends all sign-ins of somebody but the one of the request at hand: nobody is thrown out by what they do themselves.
     *
     * @return how many there were
     */
    public int endOthers(String person) {
        String own = own();
        return jdbc.sql("delete from spring_session where principal_name = :person and session_id <> :own")
                .param("person", person)
                .param("own", own == null ? "none" : own)
                .update();
    }

    private static String mark(String session) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(session.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String own() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpSession session = attributes.getRequest().getSession(false);
            return session == null ? null : session.getId();
        }
        return null;
    }
}
