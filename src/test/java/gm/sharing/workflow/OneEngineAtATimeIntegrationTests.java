package gm.sharing.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.DemoApplication;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DemoApplication
class OneEngineAtATimeIntegrationTests {

    @Autowired
    DataSource database;

    @Autowired
    ProcessEngine engine;

    @Test
    void letsTheNextCopyWaitUntilTheEngineIsBuilt() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var first = new OneEngineAtATime(database);
        var second = new OneEngineAtATime(database);
        first.preInit(configuration);

        var waiting = CompletableFuture.runAsync(() -> second.preInit(configuration));
        assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        first.postProcessEngineBuild(engine);

        assertThat(waiting).succeedsWithin(5, TimeUnit.SECONDS);
        second.postProcessEngineBuild(engine);
    }
}
