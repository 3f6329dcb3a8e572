package gm.sharing.security;

import gm.sharing.audit.SecurityTrail;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;

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

    /** After a start the configured administrator is not held up by what others tried with that name. */
    private static final Duration OPEN_AFTER_START = Duration.ofMinutes(15);

    /** A password takes a processor for a good part of a second: strangers together never get all processors. */
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Each one who waits holds a thread of the web server. */
    private static final int IN_THE_QUEUE = 30;

    private static final int LONGEST_NAME = 255;

    private static final int CLEAN_UP_EVERY = 100;

    /** However many addresses and names an attacker has. */
    private static final int ROWS_AT_MOST = 100_000;

    private final SignInAttempts attempts;
    private final Clock clock;
    private final SecurityTrail record;
    private final Semaphore strangers = new Semaphore(AT_ONCE, true);
    private final Semaphore knownOnes = new Semaphore(AT_ONCE, true);
    private final AtomicInteger changes = new AtomicInteger();
    private volatile Opening opening = new Opening("", Instant.MIN);

    SignInThrottle(SignInAttempts attempts, Clock clock, SecurityTrail record) {
        this.attempts = attempts;
        this.clock = clock;
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
        Map<Counted, String> ids = ids(name, address);
        Semaphore turns = refuseIfTooEarly(ids) ? knownOnes : strangers;
        takeTurn(turns);
        try {
            // Others may have failed in the meantime.
            refuseIfTooEarly(ids);
            boolean passed = right.getAsBoolean();
            if (passed) {
                welcome(id(ids, Counted.NAME_FROM_ADDRESS));
            } else {
                countFailure(ids);
            }
            return passed;
        } finally {
            turns.release();
        }
    }

    private static String id(Map<Counted, String> ids, Counted counted) {
        return Objects.requireNonNull(ids.get(counted));
    }

    private static void takeTurn(Semaphore turns) {
        try {
            if (turns.getQueueLength() >= IN_THE_QUEUE
                    || !turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw TooManyAttempts.atOnce(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TooManyAttempts.atOnce(PATIENCE);
        }
    }

    /**
     * Lets somebody in at once after a start, with the right password, whatever was tried before: ends all waits, and does
     * not count for this name what comes from elsewhere for a while.
     */
    public void open(String name) {
        Instant now = clock.instant();
        opening = new Opening(id(ids(name, ""), Counted.NAME), now.plus(OPEN_AFTER_START));
        attempts.endWaits(now);
    }

    /** Whether this name signed in from this address before. */
    private boolean refuseIfTooEarly(Map<Counted, String> ids) {
        Instant now = clock.instant();
        Map<String, SignInAttempts.Row> rows = attempts.read(ids.values());
        if (opening.isFor(id(ids, Counted.NAME), now)) {
            rows.remove(id(ids, Counted.NAME));
        }
        SignInAttempts.Row pair = rows.get(id(ids, Counted.NAME_FROM_ADDRESS));
        boolean known = pair != null && pair.knownUntil().isAfter(now);
        Instant until = rows.entrySet().stream()
                .filter(row -> !known || row.getKey().equals(ids.get(Counted.NAME_FROM_ADDRESS)))
                .map(row -> row.getValue().waitUntil())
                .max(Instant::compareTo)
                .orElse(now);
        if (until.isAfter(now)) {
            throw TooManyAttempts.wrong(Duration.between(now, until));
        }
        return known;
    }

    /** Of an attacker's own sign-in only the own name is forgotten, not what else the address tried. */
    private void welcome(String pair) {
        Instant now = clock.instant();
        if (!attempts.isKnown(pair, now.plus(KNOWN_FOR).minus(Duration.ofDays(1)))) {
            attempts.save(pair, row -> new SignInAttempts.Row(pair, 0, now, now, now.plus(KNOWN_FOR)));
            tidyUp();
        }
    }

    private void countFailure(Map<Counted, String> ids) {
        Instant now = clock.instant();
        ids.forEach((counted, id) -> {
            int count = attempts.save(id, row -> {
                int before = row.lastAt().isBefore(now.minus(FORGOTTEN_AFTER)) ? 0 : row.failures();
                return new SignInAttempts.Row(
                        id, before + 1, now.plus(counted.waitAfter(before + 1)), now, row.knownUntil());
            });
            if (count == counted.free + 1) {
                record.record(SecurityTrail.ANONYMOUS, "sign-in.throttled", counted.sentence);
            }
        });
        tidyUp();
    }

    private void tidyUp() {
        if (changes.incrementAndGet() % CLEAN_UP_EVERY == 0) {
            Instant now = clock.instant();
            attempts.forget(now.minus(FORGOTTEN_AFTER), now);
            attempts.keepAtMost(ROWS_AT_MOST, now);
        }
    }

    private static Map<Counted, String> ids(String name, String address) {
        // No account has a longer name, and composing letters takes time that grows with the square of their marks.
        String counted = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        String plain = Normalizer.normalize(counted, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
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

    /** For which name nothing from elsewhere counts, until when. */
    private record Opening(String name, Instant until) {

        boolean isFor(String other, Instant now) {
            return name.equals(other) && until.isAfter(now);
        }
    }
}
