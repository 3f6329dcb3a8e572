package gm.sharing.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the sections that are asked for, all of them unless some are named, and writes the summary and the report. */
final class Benchmark {

    private static final Logger log = LoggerFactory.getLogger(Benchmark.class);

    private Benchmark() {}

    /** Takes the folder of the build and the names of sections. */
    public static void main(String... arguments) throws IOException {
        var build = Path.of(arguments[0]);
        var only = arguments.length < 2 || arguments[1].isBlank() ? Set.<String>of() : Set.of(arguments[1].split(","));
        List<Rounds> measured = new ArrayList<>();
        System.setProperty("java.awt.headless", "true");
        var nodes = new Nodes(build);
        List<String> failed = new ArrayList<>();
        String database;
        try (var server = Server.start()) {
            database = server.version();
            var sections = List.of(
                    new EngineFigures(server),
                    new HttpFigures(server, nodes),
                    new GrowthFigures(server, nodes),
                    new TimerFigures(server, nodes),
                    new StartFigures(server, nodes));
            for (var section : sections) {
                if (only.isEmpty() || only.contains(section.name())) {
                    log.info("Section {}", section.name());
                    try {
                        measured.addAll(section.measure());
                    } catch (RuntimeException e) {
                        log.error("Section {} has no figures; the others go on", section.name(), e);
                        failed.add(section.name());
                    }
                }
            }
        }
        new Report(build.resolve("benchmark")).write(measured, database);
        if (!failed.isEmpty()) {
            log.error("Without figures: {}", failed);
        }
        System.exit(failed.size());
    }
}
