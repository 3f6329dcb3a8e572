package gm.sharing.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
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
        scheduler.scheduleBatch(notices.stream()
                .<SchedulableInstance<?>>map(
                        id -> SchedulableInstance.of(noticeDelivery.instance(id.toString()), writtenAt.plus(gather)))
                .toList());
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
}
