package gm.sharing.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Keeps what concerns security: sign-ins, refusals, changes of accounts, permissions and models. Rows are never changed
 * or removed, and each is a line of the log, too.
 */
@Service
public class SecurityTrail {

    /** Who asked when nobody was signed in. */
    public static final String ANONYMOUS = "anonymous";

    private static final Logger LOG = LoggerFactory.getLogger(SecurityTrail.class);

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TEXT = 4000;

    private final SecurityEventRows rows;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final AfterRollback afterRollback;

    SecurityTrail(
            SecurityEventRows rows, Clock clock, PlatformTransactionManager transactions, AfterRollback afterRollback) {
        this.rows = rows;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.afterRollback = afterRollback;
    }

    /**
     * Records what was done. Within a transaction it is kept if that is, and only then; the address of the request at hand
     * is kept with it.
     *
     * @param who an account's id, {@link Event#SYSTEM} or {@link #ANONYMOUS}
     * @param type stable name for machines, for example {@code password.changed}
     * @param what one sentence in plain English; never a password or what somebody answered
     */
    public void record(String who, String type, String what) {
        SecurityEvent event = event(who, type, what);
        transaction.executeWithoutResult(status -> rows.save(new SecurityEventRow(event)));
        log(event);
    }

    /**
     * Records a refusal or a failure: it is kept whatever becomes of the transaction in which it comes up. The parameters are
     * those of {@link #record(String, String, String)}.
     */
    public void recordRefusal(String who, String type, String what) {
        SecurityEvent event = event(who, type, what);
        afterRollback.keep(() -> transaction.executeWithoutResult(status -> rows.save(new SecurityEventRow(event))));
        log(event);
    }

    /**
     * What was recorded, newest first.
     *
     * @param who whose, or empty for everybody's
     * @param type of which type, or empty for all
     */
    @Transactional(readOnly = true)
    public Page<SecurityEvent> find(String who, String type, Instant from, Instant until, Pageable page) {
        return rows.find(who, type, from, until, page).map(SecurityEventRow::event);
    }

    /** The types of which there is anything. */
    @Transactional(readOnly = true)
    public List<String> types() {
        return rows.types();
    }

    private SecurityEvent event(String who, String type, String what) {
        return new SecurityEvent(
                clock.instant(), plain(who, LONGEST_NAME), address(), plain(type, 100), plain(what, LONGEST_TEXT));
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? address(attributes.getRequest())
                : null;
    }

    private static @Nullable String address(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        return address == null ? null : plain(address, 64);
    }

    /** Nothing that could look like another line, be refused by a database or turn a line around; never too long. */
    private static String plain(String text, int longest) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(character -> {
            int kind = Character.getType(character);
            if (kind == Character.CONTROL
                    || kind == Character.FORMAT
                    || kind == Character.SURROGATE
                    || kind == Character.LINE_SEPARATOR
                    || kind == Character.PARAGRAPH_SEPARATOR) {
                plain.append("\\u%04x".formatted(character));
            } else {
                plain.appendCodePoint(character);
            }
        });
        if (plain.length() <= longest) {
            return plain.toString();
        }
        int end = Character.isHighSurrogate(plain.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return plain.substring(0, end) + "…";
    }

    private static void log(SecurityEvent event) {
        LOG.info("{} by {} from {}: {}", event.type(), event.who(), event.address(), event.what());
    }
}
