package gm.sharing.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Starts sending when the application is ready for the people whom the notices call. */
class SendingStarter implements DbSchedulerStarter {

    private static final Logger log = LoggerFactory.getLogger(SendingStarter.class);

    private final Scheduler scheduler;
    private final Postbox postbox;
    private final NotificationSettings settings;

    SendingStarter(Scheduler scheduler, Postbox postbox, NotificationSettings settings) {
        this.scheduler = scheduler;
        this.postbox = postbox;
        this.settings = settings;
    }

    @Override
    @EventListener(ApplicationReadyEvent.class)
    public void doStart() {
        if (!settings.sending()) {
            log.info("Notices are not sent from here (sharing.notices.sending is false)");
        } else if (!postbox.isOpen()) {
            log.warn("No mail server is set (spring.mail.host): notices wait in the outbox until there is one");
        } else {
            scheduler.start();
        }
    }
}
