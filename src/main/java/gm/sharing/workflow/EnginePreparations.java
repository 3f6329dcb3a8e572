package gm.sharing.workflow;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Prepares the engine while the application starts; a failure stops the start. */
@Component
class EnginePreparations implements SmartLifecycle {

    /** The web server starts in one of the last phases. */
    private static final int BEFORE_THE_WEB_SERVER = 0;

    private final List<EnginePreparation> preparations;
    private final ProcessEngineConfigurationImpl engine;
    private final TransactionTemplate transaction;

    private volatile boolean running;

    EnginePreparations(
            List<EnginePreparation> preparations,
            ProcessEngineConfigurationImpl engine,
            PlatformTransactionManager transactions) {
        this.preparations = preparations;
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void start() {
        transaction.executeWithoutResult(status -> {
            lockOutOtherNodes();
            preparations.forEach(EnginePreparation::prepare);
        });
        running = true;
    }

    /** Takes the lock that the engine itself takes for each deployment; it is held until the transaction ends. */
    private void lockOutOtherNodes() {
        engine.getCommandExecutorTxRequired().execute(context -> {
            context.getPropertyManager().acquireExclusiveLock();
            return null;
        });
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
}
