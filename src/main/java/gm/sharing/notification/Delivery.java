package gm.sharing.notification;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/** Takes a notice from the outbox to its recipient, and decides what happens when that fails. */
@Component
class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Outbox outbox;
    private final People people;
    private final Postbox postbox;
    private final Clock clock;
    private final NotificationSettings settings;

    Delivery(Outbox outbox, People people, Postbox postbox, Clock clock, NotificationSettings settings) {
        this.outbox = outbox;
        this.people = people;
        this.postbox = postbox;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Sends the notice, unless that was done before. Holds no transaction while it talks to the mail server: should the
     * process die between sending and noting that it was sent, the notice goes out again rather than not at all.
     */
    void deliver(long id) {
        Optional<Outbox.Entry> waiting = outbox.find(id).filter(Outbox.Entry::waiting);
        if (waiting.isEmpty()) {
            return;
        }
        Outbox.Entry notice = waiting.get();
        Optional<Person> person =
                people.find(notice.recipient()).filter(found -> !found.email().isBlank());
        if (person.isEmpty()) {
            outbox.settle(id, NoticeStatus.NO_ADDRESS, clock.instant());
            log.warn("Notice {} was not sent: the account {} has no e-mail address", id, notice.recipient());
            return;
        }
        postbox.deliver(notice, person.get());
        outbox.settle(id, NoticeStatus.SENT, clock.instant());
    }

    /** Tries again later, each time after a longer pause, and gives up when the notice has waited for days. */
    void failed(ExecutionComplete attempt, ExecutionOperations<Void> operations) {
        long id = Long.parseLong(attempt.getExecution().getId());
        String cause = attempt.getCause().map(Delivery::kind).orElse("unknown");
        if (isTooOld(id)) {
            outbox.settle(id, NoticeStatus.GIVEN_UP, clock.instant());
            operations.remove();
            log.error("Notice {} is given up: it could not be sent for {} ({})", id, settings.giveUpAfter(), cause);
            return;
        }
        Instant next = attempt.getTimeDone().plus(settings.pauseAfter(attempt.getExecution().consecutiveFailures));
        operations.reschedule(attempt, next);
        log.warn("Notice {} could not be sent ({}), next try at {}", id, cause, next);
    }

    /** Not the message of the failure: a mail server's words may hold the recipient's address. */
    private static String kind(Throwable failure) {
        if (failure instanceof MailSendException unsent && unsent.getMessageExceptions().length > 0) {
            return unsent.getMessageExceptions()[0].getClass().getSimpleName();
        }
        return failure.getClass().getSimpleName();
    }

    private boolean isTooOld(long id) {
        return outbox.find(id)
                .filter(notice ->
                        notice.writtenAt().plus(settings.giveUpAfter()).isBefore(clock.instant()))
                .isPresent();
    }
}
