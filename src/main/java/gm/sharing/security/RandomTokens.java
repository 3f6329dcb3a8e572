package gm.sharing.security;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes what nobody can guess: ids of sessions, tokens against forged requests, links of invitations. */
public final class RandomTokens {

    /** 216 random bits: as many as a session's id has room for in the database. */
    private static final int BYTES = 27;

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomTokens() {}

    /** 36 characters that addresses, cookies and pages take as they are. */
    public static String next() {
        var random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
