package gm.sharing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/** The models, tables and forms as they lie in the project, whichever stage's folder holds them. */
public final class Shipped {

    private Shipped() {}

    /** All of them, by name. */
    public static List<Path> all() {
        return Stream.of("processes", "forms")
                .flatMap(Shipped::within)
                .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                .toList();
    }

    /** Those of one kind, such as {@code .dmn}, by name. */
    public static List<Path> ending(String ending) {
        return all().stream().filter(path -> path.toString().endsWith(ending)).toList();
    }

    /** The one with this name, such as {@code dpia.bpmn}. */
    public static Path file(String name) {
        return all().stream()
                .filter(path -> path.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no file " + name));
    }

    /** What the one with this name holds. */
    public static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a form, its task and its class have in common: {@code review-agreement} gives {@code ReviewAgreement}. */
    public static String step(String form) {
        return Stream.of(form.split("-")).map(StringUtils::capitalize).collect(Collectors.joining());
    }

    /** The id of the user task that a form is for. */
    public static String task(String form) {
        return "Task_" + step(form);
    }

    private static Stream<Path> within(String folder) {
        try (Stream<Path> paths = Files.walk(Path.of(folder))) {
            return paths.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
