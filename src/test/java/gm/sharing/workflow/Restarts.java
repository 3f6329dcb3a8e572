package gm.sharing.workflow;

import gm.sharing.SharingJourneys;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application again and again on one database, each time as another release or with other settings. */
public final class Restarts implements AutoCloseable {

    private @Nullable String database;
    private @Nullable ConfigurableApplicationContext running;

    /** Ends the application and starts it anew. */
    public ConfigurableApplicationContext start(String... settings) {
        return start(null, settings);
    }

    /** Starts it with some of its beans replaced. */
    public ConfigurableApplicationContext start(@Nullable BeanPostProcessor release, String... settings) {
        close();
        List<String> all = new ArrayList<>(List.of(settings));
        if (database != null) {
            all.add("--test.database.again=" + database);
        }
        var builder = new SpringApplicationBuilder(SharingJourneys.class)
                // Without the web applications: their state is the whole virtual machine's, where other tests go on
                // using them.
                .properties(
                        "camunda.bpm.job-execution.enabled=false", "camunda.bpm.webapp.enabled=false", "server.port=0");
        if (release != null) {
            builder.initializers(context -> context.getBeanFactory().addBeanPostProcessor(release));
        }
        running = builder.run(all.toArray(String[]::new));
        database = running.getEnvironment().getRequiredProperty("spring.datasource.url");
        return running;
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
