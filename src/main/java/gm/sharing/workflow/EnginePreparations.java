package gm.sharing.workflow;

import gm.sharing.StartFindings;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prepares the engine while the application starts. Each preparation has a transaction of its own, so one that meets something
 * odd in what is stored undoes no other; it is reported, and the start goes on.
 */
@Component
class EnginePreparations implements SmartLifecycle {

    /** The web server starts in one of the last phases. */
    private static final int BEFORE_THE_WEB_SERVER = 0;

    private final List<EnginePreparation> preparations;
    private final ProcessEngineConfigurationImpl engine;
    private final StartFindings findings;
    private final TransactionTemplate transaction;

    private volatile boolean running;

    EnginePreparations(
            List<EnginePreparation> preparations,
            ProcessEngineConfigurationImpl engine,
            StartFindings findings,
            PlatformTransactionManager transactions) {
        this.preparations = preparations;
        this.engine = engine;
        this.findings = findings;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void start() {
        preparations.forEach(this::prepare);
        running = true;
    }

    private void prepare(EnginePreparation preparation) {
        try {
            alone(() -> preparation.prepare(Parts.TOGETHER));
        } catch (RuntimeException | StackOverflowError e) {
            mustNotStop(e);
            surviving(preparation.what(), () -> preparation.prepare(new OneByOne()));
        }
    }

    /** With the lock that the engine itself takes for each deployment; other nodes wait until the transaction ends. */
    private void alone(Runnable work) {
        transaction.executeWithoutResult(status -> {
            engine.getCommandExecutorTxRequired().execute(context -> {
                context.getPropertyManager().acquireExclusiveLock();
                return null;
            });
            work.run();
        });
    }

    private void surviving(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError e) {
            mustNotStop(e);
            findings.report(
                    new StartFindings.Finding(
                            what,
                            "%s: %s.".formatted(e.getClass().getSimpleName(), firstLine(e)),
                            "Look at what is stored about it, correct it in Admin, Cockpit or Camunda Modeler, and start this"
                                    + " node again."),
                    e);
        }
    }

    /** Where it would be wrong to start, or the database does not answer, starting again is the right thing. */
    private static void mustNotStop(Throwable thrown) {
        if (thrown instanceof CannotStart
                || thrown instanceof CannotCreateTransactionException
                || thrown instanceof NonTransientDataAccessResourceException) {
            throw (RuntimeException) thrown;
        }
    }

    private static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("[.\\s]+$", "");
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }

    /** Each in a transaction of its own. */
    private final class OneByOne implements Parts {

        @Override
        public <T> void each(Collection<T> items, Function<T, String> name, Consumer<T> work) {
            items.forEach(item -> surviving(name.apply(item), () -> alone(() -> work.accept(item))));
        }
    }
}
