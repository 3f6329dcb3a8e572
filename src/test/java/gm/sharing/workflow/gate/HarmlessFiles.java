package gm.sharing.workflow.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files as the check for harm judges them. */
final class HarmlessFiles {

    private HarmlessFiles() {}

    static List<Violation> violations(String name, String content) {
        return Harmless.violations(new ModelFile(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
