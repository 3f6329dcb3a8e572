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
        try (var server = Server.start()) {
            for (var section : List.<Section>of(new EngineFigures(server))) {
                if (only.isEmpty() || only.contains(section.name())) {
                    log.info("Section {}", section.name());
                    measured.addAll(section.measure());
                }
            }
        }
        new Report(build.resolve("benchmark")).write(measured);
        System.exit(0);
    }
}
