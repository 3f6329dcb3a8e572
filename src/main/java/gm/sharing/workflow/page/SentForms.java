package gm.sharing.workflow.page;

import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people sent a moment ago, on any node. Whoever presses a button twice sends the same words again, which would begin a second
 * project; whoever sends other words would lose them. Not to be called in a transaction: others see each change at once.
 */
@Component
class SentForms {

    private static final Duration A_MOMENT = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** There, and without a project. */
    private static final List<String> STILL = List.of("");

    private final JdbcClient jdbc;
    private final Clock clock;

    SentForms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Before the words are handed in; false when the person sent the same a moment ago. */
    boolean isFirst(String form, String words, Person person) {
        Timestamp now = Timestamp.from(clock.instant());
        String digest = digest(form, words, person);
        try {
            jdbc.sql("insert into form_sent (digest, sent_at) values (?, ?)")
                    .params(digest, now)
                    .update();
            return true;
        } catch (DuplicateKeyException before) {
            return jdbc.sql("update form_sent set sent_at = ?, reference = null where digest = ? and sent_at < ?")
                            .params(now, digest, Timestamp.from(clock.instant().minus(A_MOMENT)))
                            .update()
                    == 1;
        }
    }

    /** The words were not taken, and may be sent again. */
    void refused(String form, String words, Person person) {
        jdbc.sql("delete from form_sent where digest = ?")
                .param(digest(form, words, person))
                .update();
    }

    /** @param reference of the project that began with the words */
    void began(String form, String words, Person person, String reference) {
        jdbc.sql("update form_sent set reference = ? where digest = ?")
                .params(reference, digest(form, words, person))
                .update();
    }

    /**
     * Awaits what becomes of the words that were sent before: the project that began with them; empty when they were refused, or
     * none were sent.
     *
     * @throws Refused when that takes longer than anybody waits
     */
    Optional<String> outcome(String form, String words, Person person) {
        String digest = digest(form, words, person);
        for (long left = PATIENCE.toNanos(); left > 0; left -= PAUSE.toNanos()) {
            List<String> reference = jdbc.sql("select coalesce(reference, '') from form_sent where digest = ?")
                    .param(digest)
                    .query(String.class)
                    .list();
            if (!reference.equals(STILL)) {
                return reference.stream().findFirst();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new Refused(FormWords.text("still-beginning"));
    }

    void forgetOld() {
        jdbc.sql("delete from form_sent where sent_at < ?")
                .param(Timestamp.from(clock.instant().minus(A_MOMENT)))
                .update();
    }

    private static String digest(String form, String words, Person person) {
        try {
            byte[] all = (form + "\n" + person.id() + "\n" + words).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
