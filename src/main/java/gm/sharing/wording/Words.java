package gm.sharing.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The texts of a file below {@code wording}, by key, in the owner's words where there are any. */
public final class Words {

    private static final Map<String, WordingFile> SHIPPED = new ConcurrentHashMap<>();

    /** What an owner replaced: set once at start, because also values that are no beans speak in these words. */
    private static volatile Map<String, WordingFile> replaced = Map.of();

    private final WordingFile file;
    private final UnaryOperator<String> places;

    private Words(WordingFile file, UnaryOperator<String> places) {
        this.file = file;
        this.places = places;
    }

    /**
     * The words of a file.
     *
     * @param file below the folder and without its ending, such as {@code agreement/clauses}
     */
    public static Words in(String file) {
        return new Words(shipped(file), reference -> {
            throw new IllegalArgumentException("%s: nobody knows the number of {%s}".formatted(file, reference));
        });
    }

    static WordingFile shipped(String name) {
        return SHIPPED.computeIfAbsent(name, Words::load);
    }

    private static WordingFile load(String name) {
        try (InputStream file = Words.class.getResourceAsStream("/wording/" + name + ".md")) {
            if (file == null) {
                throw new IllegalArgumentException("There is no file of wording " + name);
            }
            return WordingFile.read(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void replace(Map<String, WordingFile> files) {
        replaced = Map.copyOf(files);
    }

    /** The same texts in a document whose parts are numbered so: given {@code part:care}, the number of that part. */
    public Words within(UnaryOperator<String> numbers) {
        return new Words(file, numbers);
    }

    /** A text without values. */
    public String text(String key) {
        return text(key, Map.of());
    }

    /**
     * A text with its values.
     *
     * @throws IllegalArgumentException when there is no such text, or it has a value that is not given
     */
    public String text(String key, Map<String, ?> values) {
        return WordingFile.fill(template(key), name -> {
            Object value = values.get(name);
            if (value == null && WordingFile.isReference(name)) {
                return places.apply(name);
            }
            if (value == null) {
                throw new IllegalArgumentException(
                        "%s: the text “%s” has no value {%s}".formatted(file.name(), key, name));
            }
            return value.toString();
        });
    }

    private String template(String key) {
        WordingFile own = replaced.getOrDefault(file.name(), file);
        String text = own.texts().getOrDefault(key, file.texts().get(key));
        if (text == null) {
            throw new IllegalArgumentException("%s: there is no text “%s”".formatted(file.name(), key));
        }
        return text;
    }
}
