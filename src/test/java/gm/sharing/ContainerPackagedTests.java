package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The start of the container without a container engine: the image's layers, options and entry point with compose's
 * environment, a real PostgreSQL server and a real mail server.
 */
class ContainerPackagedTests {

    private static final Path JAR = Path.of("target", "sharing-journeys.jar").toAbsolutePath();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Map<String, String> OPERATORS = Map.of(
            "ADMIN_EMAIL", "admin@gm.example",
            "ADMIN_PASSWORD", "correct horse battery",
            "DATABASE_PASSWORD", "staple");

    @TempDir
    Path folder;

    private final GreenMail mailServer = new GreenMail(TestPorts.smtp())
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    private final List<Process> processes = new ArrayList<>();
    private EmbeddedPostgres database;
    private ContainerImage image;

    @BeforeEach
    void start() throws IOException, SQLException {
        image = ContainerImage.read();
        mailServer.start();
        database = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        try (Connection connection = database.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create role sharing login password 'staple'");
            connection.createStatement().execute("create database sharing owner sharing");
        }
    }

    @AfterEach
    void stop() throws IOException {
        processes.forEach(Process::destroyForcibly);
        database.close();
        mailServer.stop();
    }

    @Test
    void startsOnPostgresSendsMailAndStopsInOrder() throws Exception {
        Path application = unpack();
        int port = TestPorts.free();

        Process container = run(application, environment(port));
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !container.isAlive() || isHealthy(port));
        assertThat(container.isAlive()).as(log(application)).isTrue();

        queueNoticeForTheAdministrator();
        await().atMost(Duration.ofMinutes(2)).until(() -> mailServer.getReceivedMessages().length == 1);
        MimeMessage message = mailServer.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Welcome");
        assertThat(message.getAllRecipients()[0]).hasToString("admin@gm.example");
        assertThat(message.getFrom()[0]).hasToString("sharing-journeys@localhost");
        assertThat(Mails.plainText(message)).contains("http://localhost:8080/register");

        assertWebApplicationsOpen(port);

        container.destroy();
        assertThat(container.waitFor(45, TimeUnit.SECONDS)).isTrue();
        assertThat(container.exitValue()).isEqualTo(143);
        assertThat(log(application)).contains("Graceful shutdown complete", "Scheduler stopped");
        assertThat(filesIn(application.resolve("data"))).isEmpty();
    }

    /** As the image's build does it. */
    private Path unpack() throws IOException, InterruptedException {
        Path layers = folder.resolve("layers");
        Process tools = new ProcessBuilder(
                        JAVA,
                        "-Djarmode=tools",
                        "-jar",
                        JAR.toString(),
                        "extract",
                        "--layers",
                        "--destination",
                        layers.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("extract.log").toFile())
                .start();
        assertThat(tools.waitFor()).isZero();
        Path application = folder.resolve("application");
        for (String layer : image.layers()) {
            move(layers.resolve(layer), application);
        }
        Files.createDirectories(application.resolve("data"));
        return application;
    }

    private Process run(Path application, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(image.entryPoint());
        assertThat(command.set(0, JAVA)).isEqualTo("java");
        ProcessBuilder container = new ProcessBuilder(command)
                .directory(application.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("container.log").toFile());
        container.environment().clear();
        container.environment().putAll(environment);
        container.environment().put("JDK_JAVA_OPTIONS", image.javaOptions());
        Process process = container.start();
        processes.add(process);
        return process;
    }

    /** What compose gives, with this machine's servers in place of the services' names. */
    private Map<String, String> environment(int port) {
        var environment = new HashMap<>(image.environment("application", OPERATORS));
        environment.computeIfPresent(
                "SPRING_DATASOURCE_URL",
                (name, url) -> url.replace("//database:5432/", "//localhost:" + database.getPort() + "/"));
        assertThat(environment.replace("SPRING_MAIL_HOST", "127.0.0.1")).isEqualTo("mail");
        environment.replace(
                "SPRING_MAIL_PORT", Integer.toString(mailServer.getSmtp().getPort()));
        environment.put("SERVER_PORT", Integer.toString(port));
        return environment;
    }

    private boolean isHealthy(int port) throws InterruptedException {
        try {
            URI health = URI.create("http://localhost:" + port + image.healthPath());
            return HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** They stay blank when one of these files is missing. */
    private static void assertWebApplicationsOpen(int port) {
        var administrator = Visitor.browser(port);
        administrator.signIn("admin", OPERATORS.get("ADMIN_PASSWORD"));
        for (String name : List.of("tasklist", "cockpit", "admin")) {
            for (String file : List.of("plugin.js", "plugin.css")) {
                var path = "/camunda/api/%1$s/plugin/%1$sPlugins/static/app/%2$s".formatted(name, file);
                assertThat(administrator.get(path).statusCode()).as(path).isEqualTo(200);
            }
        }
    }

    private void queueNoticeForTheAdministrator() throws SQLException {
        String url = "jdbc:postgresql://localhost:" + database.getPort() + "/sharing?user=sharing&password=staple";
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            connection
                    .createStatement()
                    .execute(
                            """
                    insert into notice (about, recipient, reference, subject, body, path, status, written_at)
                    values ('welcome', 'admin', 'SJ-2026-0001', 'Welcome', 'All is well.', '/register', 'WAITING', now())""");
            connection
                    .createStatement()
                    .execute(
                            """
                    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    select 'send-notice', id, now(), false, 1 from notice where about = 'welcome'""");
            connection.commit();
        }
    }

    private String log(Path application) throws IOException {
        return Files.readString(application.resolveSibling("container.log"));
    }

    private static void move(Path layer, Path application) throws IOException {
        try (Stream<Path> files = Files.walk(layer)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = application.resolve(layer.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.move(file, target);
            }
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
