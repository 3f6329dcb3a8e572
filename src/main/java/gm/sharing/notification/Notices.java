package gm.sharing.notification;

import java.util.Collection;

/** The outbox. What is told is written in the caller's transaction and leaves by e-mail after it commits. */
public interface Notices {

    /** Tells each person among the recipients once, however often it is called for the same thing. */
    void tell(Notice notice, Collection<? extends Recipient> recipients);
}
