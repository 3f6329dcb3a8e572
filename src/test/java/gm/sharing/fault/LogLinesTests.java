package gm.sharing.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;

/** The lines of the log, as application.yaml has them written. */
class LogLinesTests {

    private static final String SECRET = "SECRETTEXT about a child";

    @Test
    void areWrittenByNobodyElse() throws Exception {
        var line = written("Notice to {}: {}", null, "sam", "Title\r\n2026-11-28 ERROR forged\u001B[2J\u202E\u0000");

        assertThat(line.strip().lines()).hasSize(2);
        assertThat(line).contains("\n  | 2026-11-28 ERROR forged?[2J??").doesNotContain("\u001B", "\u202E", "\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Exception while executing job 1: ", "Servlet failed"})
    void holdNoAnswersThatADatabaseRepeats(String words) throws Exception {
        var database = new BatchUpdateException(
                "Batch entry 0 insert into x values ('" + SECRET + "')\nwas aborted: " + SECRET + "\n  Detail: "
                        + SECRET,
                "22021",
                new int[0],
                new SQLException("Failing row contains (" + SECRET + ")"));
        var thrown = new ProcessEngineException(
                "ENGINE-03083 with message '\n### Error. Cause: " + SECRET + "'",
                new DataIntegrityViolationException("could not execute [" + SECRET + "]", database));
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            cause.setStackTrace(new StackTraceElement[] {new StackTraceElement("org.camunda.X", "y", "X.java", 1)});
        }

        var line = written(words, thrown);

        assertThat(line)
                .doesNotContain("SECRETTEXT", "insert into")
                .contains(words)
                .contains("Caused by: java.sql.BatchUpdateException\n")
                .contains("Caused by: java.sql.SQLException\n")
                .contains("\tat ");
    }

    @Test
    void holdNoAnswersInWhatTheEngineWritesAsWords() throws Exception {
        var line = written(
                "ENGINE-REST-HTTP500 org.camunda.bpm.engine.ProcessEngineException: " + SECRET + "\n and " + SECRET
                        + "\n\tat org.camunda.X.y(X.java:1)\nCaused by: java.lang.NumberFormatException: For input \""
                        + SECRET
                        + "\"\n\tat java.base/java.lang.Integer.parseInt(Integer.java:1)",
                null);

        assertThat(line)
                .doesNotContain("SECRETTEXT")
                .contains(
                        "org.camunda.bpm.engine.ProcessEngineException\n",
                        "X.java:1",
                        "java.lang.NumberFormatException");
    }

    @Test
    void holdNoAnswersOfWhatOursOnlyHandsOn() throws Exception {
        assertThat(written("failed", new IllegalStateException(new SQLException(SECRET))))
                .contains("java.lang.IllegalStateException\n")
                .doesNotContain("java.lang.IllegalStateException: ");
    }

    @Test
    void keepTheWordsThatAreOurs() throws Exception {
        assertThat(written("failed", new IllegalStateException("No handler for the form x")))
                .contains("java.lang.IllegalStateException: No handler for the form x");
        assertThat(written("Deployed review-deadlines.dmn: 2 rows", null))
                .contains("Deployed review-deadlines.dmn: 2 rows");
    }

    private static String written(String words, @Nullable Throwable thrown, Object... parts) throws IOException {
        var source = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .get(0);
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        var layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("wEx", WhitespaceThrowableProxyConverter::new);
        layout.setPattern(String.valueOf(source.getProperty("logging.pattern.console")));
        layout.start();
        return layout.doLayout(new LoggingEvent(
                LogLinesTests.class.getName(), context.getLogger("some.logger"), Level.ERROR, words, thrown, parts));
    }
}
