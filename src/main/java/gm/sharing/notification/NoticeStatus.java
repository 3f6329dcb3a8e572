package gm.sharing.notification;

/** What became of a notice. */
enum NoticeStatus {
    WAITING,
    SENT,
    /** The account has no email address, or there is no such account. */
    NO_ADDRESS,
    /** The address is none, or the mail server refuses it for good. */
    REFUSED,
    /** The mail server did not take it for days. */
    GIVEN_UP
}
