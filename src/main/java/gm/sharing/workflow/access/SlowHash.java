package gm.sharing.workflow.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Passwords as bcrypt keeps them, so that a stolen table is slow to guess from. Bcrypt reads 72 bytes only; a digest takes the
 * place of the password, so that long ones count whole.
 */
final class SlowHash implements PasswordEncryptor {

    private static final String NAME = "bcrypt-sha384";

    private static final String PREFIX = "{" + NAME + "}";

    private final BCryptPasswordEncoder bcrypt;

    /**
     * @param strength of bcrypt: each step doubles the work
     */
    SlowHash(int strength) {
        this.bcrypt = new BCryptPasswordEncoder(strength);
    }

    @Override
    public String encrypt(String password) {
        return bcrypt.encode(shortened(password));
    }

    @Override
    public boolean check(String password, String hash) {
        return bcrypt.matches(shortened(password), hash);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }

    /** Whether what is stored was made by this, at any strength. */
    static boolean isSlow(String stored) {
        return stored.startsWith(PREFIX);
    }

    /** Whether what is stored was made otherwise, or with less work than is asked for now. */
    boolean isOutdated(String stored) {
        return !isSlow(stored) || bcrypt.upgradeEncoding(stored.substring(PREFIX.length()));
    }

    private static String shortened(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-384").digest(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
