package gm.sharing.notification;

/**
 * A mail server took something for somebody.
 *
 * @param account the name to sign in with
 */
public record Reached(String account) {}
