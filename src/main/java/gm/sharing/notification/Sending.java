package gm.sharing.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Queues notices for sending, in the transaction that wrote them. */
@Component
class Sending {

    private final Scheduler scheduler;
    private final OneTimeTask<Void> noticeDelivery;
    private final Duration gather;

    Sending(Scheduler scheduler, OneTimeTask<Void> noticeDelivery, NotificationSettings settings) {
        this.scheduler = scheduler;
        this.noticeDelivery = noticeDelivery;
        this.gather = settings.gather();
    }

    /**
     * Has the notices sent some time after the current transaction has committed, by whichever copy of the application
     * comes first.
     */
    void afterCommit(List<Long> notices, Instant writtenAt) {
        if (notices.isEmpty()) {
            return;
        }
        at(notices, writtenAt.plus(gather));
        if (!gather.isZero()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }

    /** Has the notices sent at that moment, once the current transaction has committed. */
    void at(List<Long> notices, Instant moment) {
        scheduler.scheduleBatch(notices.stream()
                .<SchedulableInstance<?>>map(
                        id -> SchedulableInstance.of(noticeDelivery.instance(id.toString()), moment))
                .toList());
    }

    /** Has notices sent at that moment which are queued for a later one. What is being sent already is left alone. */
    void sooner(List<Long> notices, Instant moment) {
        for (Long id : notices) {
            try {
                scheduler.reschedule(noticeDelivery.instance(id.toString()), moment);
            } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException onItsWay) {
                // It goes out, or did.
            }
        }
    }
}
