package gm.sharing.notification;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Queues notices for sending, in the transaction that wrote them. */
@Component
class Sending {

    private final Scheduler scheduler;
    private final OneTimeTask<Void> noticeDelivery;

    Sending(Scheduler scheduler, OneTimeTask<Void> noticeDelivery) {
        this.scheduler = scheduler;
        this.noticeDelivery = noticeDelivery;
    }

    /** Has the notices sent once the current transaction has committed, by whichever copy of the application comes first. */
    void afterCommit(List<Long> notices) {
        if (notices.isEmpty()) {
            return;
        }
        scheduler.scheduleBatch(notices.stream()
                .<SchedulableInstance<?>>map(id -> noticeDelivery.schedulableInstance(id.toString()))
                .toList());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
