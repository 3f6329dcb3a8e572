package gm.sharing.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A start on a database that is already there, with the class-data archive of the container image and without. */
final class StartFigures implements Section {

    private static final int ROUNDS = 6;
    private static final Duration REST = Duration.ofSeconds(5);

    private final Rounds start =
            Rounds.of("Start to healthy with class-data archive against without", "s", Goal.atMost(0.7));
    private final Rounds memory =
            Rounds.of("Resident memory at rest with the container's settings", "MB", Goal.atMost(500));

    private final Server server;
    private final Nodes nodes;

    StartFigures(Server server, Nodes nodes) {
        this.server = server;
        this.nodes = nodes;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Rounds> measure() {
        try {
            var folder = Files.createTempDirectory("start");
            JavaProcess.runToItsEnd(
                    List.of(
                            JavaProcess.JAVA,
                            "-Djarmode=tools",
                            "-jar",
                            nodes.jar().toString(),
                            "extract",
                            "--destination",
                            folder.resolve("application").toString()),
                    folder.resolve("extract.log"));
            var application = folder.resolve("application");
            var archive = folder.resolve("application.jsa");
            var database = server.create("start");
            JavaProcess.runToItsEnd(
                    command(
                            application,
                            "-XX:ArchiveClassesAtExit=" + archive,
                            "-Dspring.context.exit=onRefresh",
                            "-Dspring.profiles.active=demo",
                            "-Dspring.datasource.url=" + database,
                            "-Dspring.datasource.username=" + Server.USER),
                    folder.resolve("archive.log"));
            for (int round = 1; round <= ROUNDS; round++) {
                if (round % 2 == 0) {
                    double with = withArchive(application, database, archive);
                    start.add(with, without(application, database));
                } else {
                    double without = without(application, database);
                    start.add(withArchive(application, database, archive), without);
                }
            }
            return List.of(start, memory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double without(Path application, String database) {
        try (var node = start(application, database, "-Xshare:auto")) {
            return node.secondsToStart();
        }
    }

    private double withArchive(Path application, String database, Path archive) {
        try (var node = start(application, database, "-XX:SharedArchiveFile=" + archive)) {
            Design.pause(REST);
            memory.add(node.residentMegabytes());
            return node.secondsToStart();
        }
    }

    private static JavaProcess start(Path application, String database, String option) {
        return JavaProcess.start(command(application, option), Nodes.environment(database), Nodes.HEALTH);
    }

    private static List<String> command(Path application, String... options) {
        List<String> command = new ArrayList<>(List.of(JavaProcess.JAVA));
        command.addAll(Nodes.CONTAINER);
        command.addAll(List.of(options));
        command.addAll(
                List.of("-jar", application.resolve("sharing-journeys.jar").toString()));
        return command;
    }
}
