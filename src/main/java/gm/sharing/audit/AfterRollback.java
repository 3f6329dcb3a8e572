package gm.sharing.audit;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes what must be kept although the transaction at hand is rolled back: after it and in a thread of its own. The thread
 * of the request still holds its connection to the database then; if each waited for a second one, many refusals at once
 * would wait for each other.
 */
@Component
class AfterRollback {

    private static final Logger LOG = LoggerFactory.getLogger(AfterRollback.class);

    private static final int WAITING = 1000;

    private final ThreadPoolExecutor writer =
            new ThreadPoolExecutor(0, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING));

    AfterRollback() {
        writer.setCorePoolSize(1);
        writer.allowCoreThreadTimeOut(true);
    }

    /** Writes at once where there is no transaction. */
    void keep(Runnable write) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                later(write);
            }
        });
    }

    private void later(Runnable write) {
        try {
            writer.execute(() -> {
                try {
                    write.run();
                } catch (RuntimeException e) {
                    LOG.error("A refusal is in the log only: the security record could not be written", e);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.error("A refusal is in the log only: too many wait to be written to the security record");
        }
    }

    @PreDestroy
    void finish() throws InterruptedException {
        writer.shutdown();
        if (!writer.awaitTermination(10, TimeUnit.SECONDS)) {
            LOG.error("{} refusals are in the log only", writer.getQueue().size());
        }
    }
}
