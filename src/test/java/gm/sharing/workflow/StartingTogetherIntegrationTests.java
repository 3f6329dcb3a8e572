package gm.sharing.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.SharingJourneys;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Copies of the application that start at the same moment on an empty database. */
@EnabledIfSystemProperty(
        named = "test.database",
        matches = "postgresql",
        disabledReason = "Copies share a PostgreSQL database; H2 serves one.")
class StartingTogetherIntegrationTests {

    @Test
    void prepareTheEngineOnce() {
        var database = new CompletableFuture<String>();
        var starts = Stream.of(
                        CompletableFuture.supplyAsync(
                                () -> start(application -> database.complete(urlOf(application)))),
                        CompletableFuture.supplyAsync(() ->
                                start(application -> TestPropertyValues.of("spring.datasource.url=" + database.join())
                                        .applyTo(application))))
                .toList();
        try {
            var engine = starts.get(0).join().getBean(ProcessEngine.class);
            starts.get(1).join();

            assertThat(engine.getRepositoryService().createDeploymentQuery().list())
                    .extracting(Deployment::getName)
                    .contains("sharing-project.bpmn")
                    .doesNotHaveDuplicates();
            assertThat(engine.getFilterService().createFilterQuery().list())
                    .extracting(Filter::getName)
                    .containsExactlyInAnyOrder("Waiting for you", "My tasks", "My organisation's tasks", "Overdue");
        } finally {
            starts.forEach(start -> start.thenAccept(ConfigurableApplicationContext::close));
        }
    }

    private static ConfigurableApplicationContext start(
            ApplicationContextInitializer<ConfigurableApplicationContext> database) {
        var application = new SpringApplicationBuilder(SharingJourneys.class);
        // The copies share one virtual machine, whose logging only one of them can set up at a time.
        application
                .application()
                .setListeners(application.application().getListeners().stream()
                        .filter(listener -> !(listener instanceof LoggingApplicationListener))
                        .toList());
        return application
                .initializers(database)
                .properties(
                        "camunda.bpm.job-execution.enabled=false", "camunda.bpm.webapp.enabled=false", "server.port=0")
                .run();
    }

    private static String urlOf(ConfigurableApplicationContext application) {
        return application.getEnvironment().getRequiredProperty("spring.datasource.url");
    }
}
