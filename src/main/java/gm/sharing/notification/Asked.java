package gm.sharing.notification;

/** Knows whether that is done already which a notice asks. */
public interface Asked {

    /**
     * Whether nothing is left to do.
     *
     * @param asks what {@link Waiting#asks()} names
     * @param recipient the account's id
     */
    boolean isDone(String asks, String recipient);
}
