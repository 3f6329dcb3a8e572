package gm.sharing.notification;

/**
 * Somebody was not reached, and will not be before somebody mends that.
 *
 * @param account the name to sign in with
 * @param reference the project's reference; empty when it was about no project
 */
public record Unreached(String account, String reference, Why why) {

    /** What is wrong. */
    public enum Why {
        NO_ACCOUNT,
        NO_ADDRESS,
        REFUSED,
        /** The mail server did not take it for days. */
        GIVEN_UP
    }
}
