package gm.sharing.notification;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes a notice from the outbox to its recipient, and decides what happens when that fails. */
@Component
class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Outbox outbox;
    private final HeldNotices held;
    private final People people;
    private final Postbox postbox;
    private final Clock clock;
    private final NotificationSettings settings;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<SecretLinks> links;

    Delivery(
            Outbox outbox,
            HeldNotices held,
            People people,
            Postbox postbox,
            Clock clock,
            NotificationSettings settings,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            ObjectProvider<SecretLinks> links) {
        this.outbox = outbox;
        this.held = held;
        this.people = people;
        this.postbox = postbox;
        this.clock = clock;
        this.settings = settings;
        this.transactions = transactions;
        this.events = events;
        this.links = links;
    }

    /**
     * Sends the notice and what else its recipient was told about the same time, unless that was done before. Holds no
     * transaction while it talks to the mail server: should the process die between sending and noting that it was sent,
     * the same letter goes out again rather than not at all.
     */
    void deliver(long id) {
        List<Outbox.Entry> taken = Objects.requireNonNull(transactions.execute(status -> take(id)));
        if (taken.isEmpty()) {
            return;
        }
        Outbox.Entry notice = first(taken, id);
        Optional<Person> person = people.find(notice.recipient());
        if (person.isEmpty() || person.get().email().isBlank()) {
            unreached(
                    notice,
                    NoticeStatus.NO_ADDRESS,
                    person.isEmpty() ? Unreached.Why.NO_ACCOUNT : Unreached.Why.NO_ADDRESS,
                    "has no email address");
            return;
        }
        try {
            postbox.deliver(new Letter(id, taken.stream().map(this::withItsLink).toList()), person.get());
        } catch (RefusedAddress e) {
            unreached(notice, NoticeStatus.REFUSED, Unreached.Why.REFUSED, String.valueOf(e.getMessage()));
            return;
        }
        outbox.settle(notice, NoticeStatus.SENT, clock.instant());
        events.publishEvent(new Reached(notice.recipient()));
    }

    private List<Outbox.Entry> take(long id) {
        return outbox.find(id)
                .filter(notice -> notice.status() == NoticeStatus.HELD)
                .map(notice -> held.take(notice, clock.instant()))
                .orElseGet(() -> outbox.take(id, settings.gather()));
    }

    private Outbox.Entry withItsLink(Outbox.Entry notice) {
        String path = notice.path();
        return path == null
                ? notice
                : links.stream()
                        .flatMap(secret -> secret.inPlaceOf(path, notice.recipient()).stream())
                        .findFirst()
                        .map(notice::goingOnAt)
                        .orElse(notice);
    }

    private static Outbox.Entry first(List<Outbox.Entry> taken, long id) {
        return taken.stream().filter(entry -> entry.id() == id).findFirst().orElseThrow();
    }

    private void unreached(Outbox.Entry notice, NoticeStatus status, Unreached.Why why, String inWords) {
        transactions.executeWithoutResult(transaction -> {
            outbox.settle(notice, status, clock.instant());
            events.publishEvent(new Unreached(notice.recipient(), notice.reference(), why));
        });
        log.warn("Notice {} was not sent: the account {} {}", notice.id(), notice.recipient(), inWords);
    }

    /** Tries again later, each time after a longer pause, and gives up when the notice has waited for days. */
    void failed(ExecutionComplete attempt, ExecutionOperations<Void> operations) {
        long id = Long.parseLong(attempt.getExecution().getId());
        String cause = attempt.getCause().map(Delivery::kind).orElse("unknown");
        Optional<Outbox.Entry> tooOld = outbox.find(id).filter(this::isTooOld);
        if (tooOld.isPresent()) {
            transactions.executeWithoutResult(transaction -> {
                outbox.settle(tooOld.get(), NoticeStatus.GIVEN_UP, clock.instant());
                events.publishEvent(
                        new Unreached(tooOld.get().recipient(), tooOld.get().reference(), Unreached.Why.GIVEN_UP));
            });
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

    private boolean isTooOld(Outbox.Entry notice) {
        return notice.since().plus(settings.giveUpAfter()).isBefore(clock.instant());
    }
}
