package gm.sharing.workflow;

import gm.sharing.SharingJourneys;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;

/** Starts the application again and again on one database, each time as another release or with other settings. */
public final class Restarts implements AutoCloseable {

    private @Nullable String database;
    private @Nullable ConfigurableApplicationContext running;

    /** Ends the application and starts it anew. */
    public ConfigurableApplicationContext start(String... settings) {
        return start(null, settings);
    }

    /** Starts it with more packaged files: a folder that holds {@code forms} or {@code processes}. */
    public ConfigurableApplicationContext start(@Nullable Path release, String... settings) {
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
            builder.resourceLoader(new DefaultResourceLoader(new URLClassLoader(
                    new URL[] {url(release)}, Thread.currentThread().getContextClassLoader())));
        }
        running = builder.run(all.toArray(String[]::new));
        database = running.getEnvironment().getRequiredProperty("spring.datasource.url");
        return running;
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
