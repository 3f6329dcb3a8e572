package gm.sharing.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that concerns security, as it is read.
 *
 * @param who an account's id, {@link Event#SYSTEM} or {@link SecurityTrail#ANONYMOUS}
 * @param address where the request came from, or null when there was none
 */
public record SecurityEvent(Instant at, String who, @Nullable String address, String type, String what) {}
