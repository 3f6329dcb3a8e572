package gm.sharing.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Copies of the packaged application, each with the memory of the container. */
final class Nodes {

    static final String HEALTH = "/actuator/health";

    /** As in {@code docker/}: the container has 1 GB. */
    static final List<String> CONTAINER =
            List.of("-XX:MaxRAM=1g", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError");

    private final Path build;

    Nodes(Path build) {
        this.build = build;
    }

    Path jar() {
        return build.resolve("sharing-journeys.jar");
    }

    /** @param before what the program is started by, such as a limit to one processor */
    JavaProcess start(String database, List<String> before) {
        List<String> command = new ArrayList<>(before);
        command.add(JavaProcess.JAVA);
        command.addAll(CONTAINER);
        command.addAll(List.of("-jar", jar().toString()));
        return JavaProcess.start(command, environment(database), HEALTH);
    }

    static Map<String, String> environment(String database) {
        return new HashMap<>(Map.of(
                "SPRING_PROFILES_ACTIVE", "demo",
                "SPRING_DATASOURCE_URL", database,
                "SPRING_DATASOURCE_USERNAME", Server.USER,
                "LOGGING_LEVEL_ROOT", "warn",
                "LOGGING_LEVEL_GM_SHARING", "warn",
                "MALLOC_ARENA_MAX", "2"));
    }
}
