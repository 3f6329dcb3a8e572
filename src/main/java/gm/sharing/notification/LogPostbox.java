package gm.sharing.notification;

import gm.sharing.organisation.Person;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes notices to the log, for demonstration. */
class LogPostbox implements Postbox {

    private static final Logger log = LoggerFactory.getLogger(LogPostbox.class);

    private final URI baseUrl;

    LogPostbox(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    public void deliver(Letter letter, Person to) {
        log.info("Notice to {}: {}\n{}", to.id(), letter.subjectLine(), letter.body(baseUrl));
    }
}
