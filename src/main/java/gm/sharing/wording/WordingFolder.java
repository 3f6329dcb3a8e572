package gm.sharing.wording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads at start the texts that the owner replaced: files like those that are shipped, in a folder that the property
 * {@code sharing.wording} names. A file holds the texts that are other; all others are as shipped. The service does not start
 * with a text that it could not fill in, because it would be missing when an agreement is drafted.
 */
@Component
class WordingFolder {

    private static final String ENDING = ".md";

    WordingFolder(@Value("${sharing.wording:#{null}}") @Nullable Path folder) throws IOException {
        Words.replace(folder == null ? Map.of() : read(folder));
    }

    static Map<String, WordingFile> read(Path folder) throws IOException {
        List<String> complaints = new ArrayList<>();
        Map<String, WordingFile> files = new HashMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(ENDING)).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                read(name.substring(0, name.length() - ENDING.length()), Files.readString(path), files, complaints);
            }
        }
        if (!complaints.isEmpty()) {
            throw new IllegalStateException(
                    "The wording in %s (sharing.wording) cannot be used. Correct it, then start again:\n%s"
                            .formatted(folder, String.join("\n", complaints)));
        }
        return files;
    }

    private static void read(String name, String content, Map<String, WordingFile> files, List<String> complaints) {
        try {
            WordingFile own = WordingFile.read(name, content);
            complaints.addAll(Words.shipped(name).complaints(own));
            files.put(name, own);
        } catch (IllegalArgumentException e) {
            complaints.add(String.valueOf(e.getMessage()));
        }
    }
}
