package gm.sharing.security;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody whom a provider knows is nobody here, or must not come in by it. */
final class NotLinked extends RuntimeException {

    /** Why. The sign-in page says it in the words of {@code wording/security/sign-in.md}. */
    enum Why {
        /** No account has the address. */
        UNKNOWN("unknown"),
        /** The provider did not say that it verified the address. */
        UNVERIFIED("unverified"),
        /** Several accounts have the address. */
        SEVERAL("several"),
        /** The account belongs to somebody else whom the provider knows. */
        TAKEN("taken"),
        /** The account is of an organisation that the provider is not for. */
        ELSEWHERE("elsewhere"),
        /** An administrator disabled the account. */
        DISABLED("disabled"),
        /** The provider did not ask anew for what was to be asked anew, or does not say when it did. */
        EARLIER("earlier"),
        /** The provider does not answer, or what it answered does not hold. */
        FAILED("failed");

        private final String code;

        Why(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Optional<Why> of(String code) {
            return Arrays.stream(values())
                    .filter(why -> why.code().equals(code))
                    .findFirst();
        }
    }

    private final Why why;
    private final @Nullable String account;

    NotLinked(Why why, @Nullable String account) {
        super(why.code());
        this.why = why;
        this.account = account;
    }

    Why why() {
        return why;
    }

    /** The account that it was about; null when there is none. */
    @Nullable String account() {
        return account;
    }
}
