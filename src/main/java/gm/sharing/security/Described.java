package gm.sharing.security;

import gm.sharing.wording.Words;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a provider says of itself, read once, when it is first needed. While it does not answer, one request at a time waits for
 * it, and none for some seconds after that: whoever asks again and again holds up nobody else.
 */
final class Described<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Described.class);

    private static final Words WORDS = Words.in("security/settings");
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String provider;
    private final String issuer;
    private final Supplier<T> ask;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable T known;
    private volatile long pausedUntil = System.nanoTime();

    Described(String provider, String issuer, Supplier<T> ask) {
        this.provider = provider;
        this.issuer = issuer;
        this.ask = ask;
    }

    /** Empty while the provider does not answer. */
    Optional<T> get() {
        T present = known;
        if (present != null) {
            return Optional.of(present);
        }
        try {
            if (isPaused() || !turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            if (known == null && !isPaused()) {
                known = ask.get();
            }
        } catch (RuntimeException e) {
            pausedUntil = System.nanoTime() + PAUSE.toNanos();
            LOG.warn(WORDS.text(
                    "no-answer",
                    Map.of(
                            "provider",
                            provider,
                            "issuer",
                            issuer,
                            "cause",
                            e.getClass().getSimpleName())));
        } finally {
            turn.unlock();
        }
        return Optional.ofNullable(known);
    }

    private boolean isPaused() {
        return System.nanoTime() - pausedUntil < 0;
    }
}
