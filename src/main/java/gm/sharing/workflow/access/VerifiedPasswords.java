package gm.sharing.workflow.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a minute which passwords were right, for programs that send theirs with each request. It keeps a digest with a
 * key that only this process knows, of the password and of what is stored of it: after a change, on whichever node, nothing
 * here matches.
 */
final class VerifiedPasswords {

    private static final Duration FOR = Duration.ofMinutes(1);

    private static final int AT_MOST = 1000;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private final Map<String, Instant> until = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, Instant> eldest) {
            return size() > AT_MOST;
        }
    };

    VerifiedPasswords() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    synchronized void remember(String id, String stored, String password, Instant now) {
        String digest = digest(id, stored, password);
        until.remove(digest);
        until.put(digest, now.plus(FOR));
    }

    synchronized boolean knows(String id, String stored, String password, Instant now) {
        String digest = digest(id, stored, password);
        Instant end = until.get(digest);
        if (end != null && !end.isAfter(now)) {
            until.remove(digest);
            return false;
        }
        return end != null;
    }

    private String digest(String id, String stored, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : new String[] {id, stored, password}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
