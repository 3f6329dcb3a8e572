package gm.sharing.notification;

import java.time.Instant;

/**
 * Somebody who was not reached, and by nothing that was sent later.
 *
 * @param account the name to sign in with
 * @param since when the first notice of them was settled
 * @param why what became of the latest
 * @param notices how many there are
 */
public record Missed(String account, Instant since, Unreached.Why why, int notices) {}
