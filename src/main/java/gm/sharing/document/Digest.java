package gm.sharing.document;

import gm.sharing.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A fingerprint of a file: its SHA-256 digest.
 *
 * @param value 64 hexadecimal digits in lower case
 */
public record Digest(String value) {

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{64}");

    public Digest {
        if (!HEXADECIMAL.matcher(value).matches()) {
            throw new IllegalArgumentException("This is not a SHA-256 digest: " + value);
        }
    }

    /** The digest of these bytes. */
    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** The digest of what can be read, of which nothing is kept. */
    public static Digest of(InputStream file) throws IOException {
        MessageDigest sha256 = sha256();
        try (var digested = new DigestInputStream(file, sha256)) {
            digested.transferTo(OutputStream.nullOutputStream());
        }
        return new Digest(HexFormat.of().formatHex(sha256.digest()));
    }

    /**
     * A digest as somebody copied it, in any case and with the spaces that tools and line ends put into it.
     *
     * @throws Refused when it is none
     */
    public static Digest typed(String words) {
        String value = words.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        if (!HEXADECIMAL.matcher(value).matches()) {
            throw Refused.of("digest", "paste all of its 64 digits, which are 0 to 9 and a to f.");
        }
        return new Digest(value);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
