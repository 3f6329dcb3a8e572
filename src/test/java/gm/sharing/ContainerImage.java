package gm.sharing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** What {@code docker/} says of the container: read, so that a test can do the same without a container engine. */
record ContainerImage(String dockerfile, Map<String, Object> services) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):([-?])([^}]*)}");

    static ContainerImage read() throws IOException {
        Path folder = Path.of("docker");
        Map<String, Map<String, Object>> compose = new Yaml().load(Files.readString(folder.resolve("compose.yaml")));
        return new ContainerImage(Files.readString(folder.resolve("Dockerfile")), compose.get("services"));
    }

    /** The parts of the application in the order in which they are copied. */
    List<String> layers() {
        return find("COPY --from=build /build/layers/([\\w-]+)/").stream()
                .map(found -> found.group(1))
                .toList();
    }

    List<String> entryPoint() {
        return Arrays.stream(find("ENTRYPOINT \\[(.*)]").get(0).group(1).split(","))
                .map(part -> part.strip().replace("\"", ""))
                .toList();
    }

    String javaOptions() {
        return find("ENV JDK_JAVA_OPTIONS=\"(.*)\"").get(0).group(1);
    }

    String user() {
        return find("(?m)^USER (.*)$").get(0).group(1);
    }

    String healthPath() {
        return find("http://localhost:\\$\\{SERVER_PORT:-8080}(/\\S+)\"").get(0).group(1);
    }

    /** The environment of a service as compose passes it on. */
    Map<String, String> environment(String service, Map<String, String> operators) {
        var environment = new TreeMap<String, String>();
        raw(service).forEach((name, value) -> environment.put(name, resolve(value, operators)));
        return environment;
    }

    /** The environment as it is written. */
    Map<String, String> raw(String service) {
        @SuppressWarnings("unchecked")
        var environment = (Map<String, String>) service(service).getOrDefault("environment", Map.of());
        return environment;
    }

    /** The services that run the application. */
    List<String> nodes() {
        return services.keySet().stream()
                .filter(name -> name.startsWith("application"))
                .toList();
    }

    List<String> images() {
        var images = new ArrayList<>(services.values().stream()
                .map(service -> ((Map<?, ?>) service).get("image"))
                .filter(image -> image != null)
                .map(Object::toString)
                .toList());
        find("(?m)^FROM (\\S+)").forEach(found -> images.add(found.group(1)));
        return images;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> service(String name) {
        return (Map<String, Object>) services.get(name);
    }

    private static String resolve(String value, Map<String, String> operators) {
        return VARIABLE.matcher(value).replaceAll(variable -> Matcher.quoteReplacement(value(variable, operators)));
    }

    private static String value(MatchResult variable, Map<String, String> operators) {
        String set = operators.get(variable.group(1));
        if (set != null) {
            return set;
        }
        if (variable.group(2).equals("?")) {
            throw new IllegalStateException(variable.group(3));
        }
        return variable.group(3);
    }

    private List<MatchResult> find(String pattern) {
        List<MatchResult> found =
                Pattern.compile(pattern).matcher(dockerfile).results().toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("The Dockerfile has no " + pattern);
        }
        return found;
    }
}
