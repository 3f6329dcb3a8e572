package gm.sharing.notification;

/** What became of a notice. */
enum NoticeStatus {
    WAITING,
    /** It waits for the letter of the day that its recipient chose. */
    HELD,
    SENT,
    /** The account has no email address, or there is no such account. */
    NO_ADDRESS,
    /** The address is none, or the mail server refuses it for good. */
    REFUSED,
    /** The mail server did not take it for days. */
    GIVEN_UP,
    /** What it asked was done, or too late, before its letter of the day went out. */
    OVERTAKEN
}
