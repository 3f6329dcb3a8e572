package gm.sharing.wording;

import java.util.Locale;
import java.util.Objects;

/**
 * An enum whose constants people read. The program goes by the constant; the words stand in the file that {@link WordsIn}
 * names, so a process owner can change them and nothing is decided otherwise.
 */
public interface Worded {

    /** As enums have it. */
    String name();

    /** As enums have it. */
    Class<?> getDeclaringClass();

    /** What people read. */
    default String label() {
        WordsIn file = Objects.requireNonNull(
                getDeclaringClass().getAnnotation(WordsIn.class), () -> getDeclaringClass() + " has no @WordsIn");
        return Words.in(file.value()).text(key());
    }

    /** The key of its words: the type and the constant, such as {@code dpia-status.in-progress}. */
    default String key() {
        String type = getDeclaringClass().getName().replaceFirst(".*\\.", "");
        return type.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT)
                        .replace('$', '.')
                + "."
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
