package gm.sharing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;

/** The packaged application in a process of its own, with the demonstration's accounts: started, killed, started again. */
public final class Node {

    /** The packaged application as pom.xml unpacks it: read from files of its own, classes cost a third less time. */
    private static final Path JAR =
            Path.of("target", "application", "sharing-journeys.jar").toAbsolutePath();

    private final int port = TestPorts.free();
    private final Path folder;
    private final Path log;
    private final Map<String, String> environment;
    private final List<String> options = new ArrayList<>(List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            // A node of a test lives for a minute or two: see argLine in pom.xml.
            "-XX:TieredStopAtLevel=1"));
    private Process process;

    /**
     * @param folder where the process works
     * @param log what it says, one start after the other
     * @param database the environment that names the database
     * @param mailPort a mail server on this machine
     */
    public Node(Path folder, Path log, Map<String, String> database, int mailPort) {
        this.folder = folder;
        this.log = log;
        environment = new HashMap<>(database);
        // Processor time after each start that no test of nodes asks for.
        environment.put("SHARING_MODELS_LOOKATSTART", "false");
        environment.putAll(Map.of(
                "SPRING_PROFILES_ACTIVE",
                "demo",
                "SERVER_PORT",
                Integer.toString(port),
                "SHARING_MAIL_FROM",
                "sharing-journeys@example.org",
                "SPRING_MAIL_HOST",
                "127.0.0.1",
                "SPRING_MAIL_PORT",
                Integer.toString(mailPort),
                // So that a test need not wait a minute for what a dead process had in hand.
                "DBSCHEDULER_HEARTBEATINTERVAL",
                "2s",
                "DBSCHEDULER_POLLINGINTERVAL",
                "1s",
                "SHARING_NOTICES_GATHER",
                "3s",
                "CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS",
                "10000",
                "CAMUNDA_BPM_JOBEXECUTION_MAXWAIT",
                "2000"));
    }

    public int port() {
        return port;
    }

    /** As the container image has it: ends when memory runs out. */
    public Node endingWithoutMemory() {
        options.add("-XX:+ExitOnOutOfMemoryError");
        return this;
    }

    /** Returns when it is healthy. */
    public void start() {
        launch();
        awaitHealth();
    }

    /** Returns at once. */
    public void launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString()));
        var application = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        application.environment().putAll(environment);
        try {
            process = application.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The limit is for what hangs: beside other tests' nodes a start of half a minute has taken five. A failure shows the end
     * of what the node said and what its threads were at.
     */
    public void awaitHealth() {
        try {
            await().dontCatchUncaughtExceptions()
                    .atMost(Duration.ofMinutes(10))
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> !process.isAlive() || page("/actuator/health") == 200);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("Not healthy in time. " + threads() + end(), e);
        }
        if (!process.isAlive()) {
            throw new AssertionError("Ended with " + process.exitValue() + ". " + end());
        }
    }

    private String threads() {
        try {
            var jstack = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jstack")
                                    .toString(),
                            Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start();
            return new String(jstack.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(" + e.getMessage() + ")";
        }
    }

    private String end() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "(" + e.getMessage() + ")";
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9}. */
    public void kill() {
        if (process == null) {
            return;
        }
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The status of a page, or 0 where nothing answers. */
    public int page(String path) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://localhost:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(10_000);
            connection.setReadTimeout(30_000);
            return connection.getResponseCode();
        } catch (IOException e) {
            return 0;
        }
    }
}
