package gm.sharing.workflow.gate.table;

import gm.sharing.Shipped;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of this project, as they are and with something changed. */
final class Tables {

    private Tables() {}

    static List<String> names() {
        return Shipped.ending(".dmn").stream()
                .map(path -> path.getFileName().toString())
                .toList();
    }

    static String text(String name) {
        return Shipped.text(name);
    }

    static ModelFile table(String name) {
        return file(name, text(name));
    }

    static ModelFile file(String name, String content) {
        return new ModelFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** To be asked row by row, with nothing remembered. */
    static TableRows rows(ModelFile file) {
        return TableRows.of(file, new RememberedCells());
    }

    /** All forms and tables of the project, and instead of them those that are given. */
    static Surroundings with(ModelFile... given) {
        return new Surroundings() {
            @Override
            public Optional<ModelFile> find(ModelFile.Kind kind, String key) {
                String name = key + (kind == ModelFile.Kind.FORM ? ".form" : ".dmn");
                return Stream.of(given)
                        .filter(file -> file.kind() == kind && file.keys().contains(key))
                        .findFirst()
                        .or(() -> Shipped.all().stream()
                                .filter(path -> path.getFileName().toString().equals(name))
                                .findFirst()
                                .map(path -> table(name)));
            }

            @Override
            public Stream<ModelFile> all(ModelFile.Kind kind) {
                return Stream.empty();
            }
        };
    }
}
