package gm.sharing.notification;

import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outbox. What is told is written in the caller's transaction and leaves by e-mail after it commits. */
@Service
@Transactional
public class Notices {

    /** Tells each person among the recipients once, however often it is called for the same thing. */
    public void tell(Notice notice, Collection<? extends Recipient> recipients) {
        throw new UnsupportedOperationException();
    }
}
