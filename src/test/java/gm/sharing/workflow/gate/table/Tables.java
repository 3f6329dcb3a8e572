package gm.sharing.workflow.gate.table;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of this project, as they are and with something changed. */
final class Tables {

    private Tables() {}

    static List<String> names() {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".dmn"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String folder, String name) {
        try {
            return Files.readString(Path.of(folder, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModelFile table(String name) {
        return file(name, text("processes", name));
    }

    static ModelFile file(String name, String content) {
        return new ModelFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** All forms and tables of the project, and instead of them those that are given. */
    static Surroundings with(ModelFile... given) {
        return new Surroundings() {
            @Override
            public Optional<ModelFile> find(ModelFile.Kind kind, String key) {
                String name = key + (kind == ModelFile.Kind.FORM ? ".form" : ".dmn");
                String folder = kind == ModelFile.Kind.FORM ? "forms" : "processes";
                return Stream.of(given)
                        .filter(file -> file.kind() == kind && file.keys().contains(key))
                        .findFirst()
                        .or(() -> Files.exists(Path.of(folder, name))
                                ? Optional.of(file(name, text(folder, name)))
                                : Optional.empty());
            }

            @Override
            public Stream<ModelFile> all(ModelFile.Kind kind) {
                return Stream.empty();
            }
        };
    }
}
