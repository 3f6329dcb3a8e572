package gm.sharing.security;

import gm.sharing.audit.SecurityTrail;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows down guessing of passwords, on all nodes together and never for good: after some wrong ones nothing is checked for a
 * time that doubles up to a ceiling of seconds. It counts three things: a name from an address, tightly; a name from
 * anywhere and an address for any names, loosely, because innocent people stand behind both. Who signed in from an address
 * before is held up there by their own failures only, so that nobody can keep them out from elsewhere.
 *
 * <p>Names that do not exist are treated alike.
 */
@Service
public class SignInThrottle {

    /** After this time without a failure counting starts anew. */
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private static final Duration KNOWN_FOR = Duration.ofDays(30);

    /** A password takes a processor for a good part of a second to check. */
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int CLEAN_UP_EVERY = 100;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecurityTrail record;
    private final Semaphore checks = new Semaphore(AT_ONCE, true);
    private final AtomicInteger failures = new AtomicInteger();

    SignInThrottle(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions, SecurityTrail record) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.record = record;
    }

    /**
     * Checks a password, unless it is too early for that.
     *
     * @param name what somebody gave as their name
     * @param right says whether the password is right; asked once at most
     * @throws TooManyAttempts when nothing was checked
     */
    public boolean check(String name, BooleanSupplier right) {
        return check(name, Caller.network(), right);
    }

    boolean check(String name, String address, BooleanSupplier right) {
        takeTurn();
        try {
            Map<Counted, String> ids = ids(name, address);
            refuseIfTooEarly(ids);
            boolean passed = right.getAsBoolean();
            if (passed) {
                welcome(ids.get(Counted.NAME_FROM_ADDRESS));
            } else {
                countFailure(ids);
            }
            return passed;
        } finally {
            checks.release();
        }
    }

    private void takeTurn() {
        try {
            if (!checks.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyAttempts(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyAttempts(PATIENCE);
        }
    }

    private void refuseIfTooEarly(Map<Counted, String> ids) {
        Instant now = clock.instant();
        Map<String, Row> rows = read(ids);
        Row pair = rows.get(ids.get(Counted.NAME_FROM_ADDRESS));
        boolean known = pair != null && pair.knownUntil().toInstant().isAfter(now);
        Instant until = rows.entrySet().stream()
                .filter(row -> !known || row.getKey().equals(ids.get(Counted.NAME_FROM_ADDRESS)))
                .map(row -> row.getValue().waitUntil().toInstant())
                .max(Instant::compareTo)
                .orElse(now);
        if (until.isAfter(now)) {
            throw new TooManyAttempts(Duration.between(now, until));
        }
    }

    private Map<String, Row> read(Map<Counted, String> ids) {
        Map<String, Row> rows = new HashMap<>();
        jdbc.sql("select id, failures, wait_until, last_at, known_until from sign_in_attempts where id in (:ids)")
                .param("ids", ids.values())
                .query(Row.class)
                .list()
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    /** Of an attacker's own sign-in only the own name is forgotten, not what else the address tried. */
    private void welcome(String pair) {
        Instant now = clock.instant();
        int known = jdbc.sql(
                        "select count(*) from sign_in_attempts where id = :id and failures = 0 and known_until > :soon")
                .param("id", pair)
                .param("soon", at(now.plus(KNOWN_FOR).minus(Duration.ofDays(1))))
                .query(Integer.class)
                .single();
        if (known == 0) {
            save(pair, row -> new Row(pair, 0, at(now), at(now), at(now.plus(KNOWN_FOR))));
        }
    }

    private void countFailure(Map<Counted, String> ids) {
        Instant now = clock.instant();
        ids.forEach((counted, id) -> {
            int count = save(id, row -> {
                int before = row.lastAt().toInstant().isBefore(now.minus(FORGOTTEN_AFTER)) ? 0 : row.failures();
                return new Row(id, before + 1, at(now.plus(counted.waitAfter(before + 1))), at(now), row.knownUntil());
            });
            if (count == counted.free + 1) {
                record.record(SecurityTrail.ANONYMOUS, "sign-in.throttled", counted.sentence);
            }
        });
        if (failures.incrementAndGet() % CLEAN_UP_EVERY == 0) {
            forget();
        }
    }

    /** Removes what no longer counts; the table stays as small as what was tried lately and who signed in lately. */
    void forget() {
        Instant now = clock.instant();
        jdbc.sql("delete from sign_in_attempts where last_at < :old and known_until < :now")
                .param("old", at(now.minus(FORGOTTEN_AFTER)))
                .param("now", at(now))
                .update();
    }

    /** Changes a row while no other node can, and makes it where there is none. */
    private int save(String id, UnaryOperator<Row> change) {
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
                .query(Row.class)
                .optional()
                .orElse(null);
        Row none = new Row(id, 0, at(Instant.EPOCH), at(Instant.EPOCH), at(Instant.EPOCH));
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
                .param("waitUntil", now.waitUntil())
                .param("lastAt", now.lastAt())
                .param("knownUntil", now.knownUntil())
                .update();
        return now.failures();
    }

    private static Map<Counted, String> ids(String name, String address) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Map.of(
                Counted.NAME_FROM_ADDRESS, digest("pair", plain + "\n" + address),
                Counted.NAME, digest("name", plain),
                Counted.ADDRESS, digest("address", address));
    }

    private static String digest(String kind, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((kind + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Timestamp at(Instant instant) {
        return Timestamp.from(instant);
    }

    /** What is counted, how many failures are free, and the longest wait in seconds. */
    private enum Counted {
        NAME_FROM_ADDRESS(5, 60, "Wrong passwords for one account from one address: further ones wait."),
        NAME(20, 5, "Wrong passwords for one account from several addresses: unknown addresses wait."),
        ADDRESS(50, 15, "Wrong passwords for many accounts from one address: accounts unknown there wait.");

        private final int free;
        private final int longest;
        private final String sentence;

        Counted(int free, int longest, String sentence) {
            this.free = free;
            this.longest = longest;
            this.sentence = sentence;
        }

        Duration waitAfter(int failures) {
            int beyond = failures - free;
            return beyond <= 0
                    ? Duration.ZERO
                    : Duration.ofSeconds(beyond > 6 ? longest : Math.min(longest, 1L << (beyond - 1)));
        }
    }

    record Row(String id, int failures, Timestamp waitUntil, Timestamp lastAt, Timestamp knownUntil) {}
}
