package gm.sharing.workflow.gate.expression;

import gm.sharing.Shipped;
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

/** The files of this project, one of them changed or one added, as they would be in force. */
record ShippedFiles(List<ModelFile> files) implements Surroundings {

    static ShippedFiles read() {
        return new ShippedFiles(Shipped.all().stream()
                .map(path -> new ModelFile(path.getFileName().toString(), bytes(path)))
                .toList());
    }

    private static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<ModelFile> models() {
        return files.stream().filter(file -> file.kind() == ModelFile.Kind.BPMN);
    }

    ModelFile named(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no file " + name));
    }

    /** The file with other words in the place of some that stand there exactly once or more. */
    ModelFile changed(String name, String words, String others) {
        String text = text(named(name));
        if (!text.contains(words)) {
            throw new IllegalArgumentException(name + " does not hold " + words);
        }
        return file(name, text.replace(words, others));
    }

    static ModelFile file(String name, String text) {
        return new ModelFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ModelFile file) {
        try {
            return new String(file.content().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With this file in the place of the one that has its name. */
    ShippedFiles with(ModelFile changed) {
        return new ShippedFiles(
                Stream.concat(files.stream().filter(file -> !file.name().equals(changed.name())), Stream.of(changed))
                        .toList());
    }

    @Override
    public Optional<ModelFile> find(ModelFile.Kind kind, String key) {
        return all(kind).filter(file -> file.keys().contains(key)).findFirst();
    }

    @Override
    public Stream<ModelFile> all(ModelFile.Kind kind) {
        return files.stream().filter(file -> file.kind() == kind);
    }
}
