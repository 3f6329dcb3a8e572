package gm.sharing.wording;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of texts: each stands under a heading of the second level that is its key. What comes before the first is for those
 * who write them. In a text stand values by name, such as <code>{date}</code>, and numbers of parts, such as
 * <code>{part:care}</code>; nothing in it is worked out.
 *
 * @param name below the folder and without its ending, such as {@code agreement/clauses}
 */
record WordingFile(String name, Map<String, String> texts) {

    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern REFERENCE = Pattern.compile("(part|annex):.*");
    private static final Pattern VALUE = Pattern.compile("\\{([^{}]*)}");

    WordingFile {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** @throws IllegalArgumentException when a key comes twice or has no text */
    static WordingFile read(String name, String content) {
        Map<String, String> texts = new LinkedHashMap<>();
        String[] parts = HEADING.split(content.replace("\r\n", "\n"), -1);
        List<String> keys = HEADING.matcher(content.replace("\r\n", "\n"))
                .results()
                .map(heading -> heading.group(1).strip())
                .toList();
        for (int place = 0; place < keys.size(); place++) {
            String text = parts[place + 1].strip();
            if (text.isEmpty()) {
                throw new IllegalArgumentException("%s: “%s” has no text".formatted(name, keys.get(place)));
            }
            if (texts.put(keys.get(place), text) != null) {
                throw new IllegalArgumentException("%s: “%s” stands there twice".formatted(name, keys.get(place)));
            }
        }
        return new WordingFile(name, texts);
    }

    /** The names of the values in a text. */
    static Set<String> values(String text) {
        Set<String> names = new TreeSet<>();
        VALUE.matcher(text).results().map(value -> value.group(1)).forEach(names::add);
        return names;
    }

    /** Puts values in their places, each as it is: what somebody typed is never read as a name. */
    static String fill(String text, UnaryOperator<String> values) {
        return VALUE.matcher(text).replaceAll(value -> Matcher.quoteReplacement(values.apply(value.group(1))));
    }

    static boolean isReference(String value) {
        return REFERENCE.matcher(value).matches();
    }

    /** What of another wording of this file cannot be used; empty when all of it can. */
    List<String> complaints(WordingFile other) {
        return other.texts.entrySet().stream()
                .flatMap(text -> complaints(text.getKey(), text.getValue()))
                .toList();
    }

    private Stream<String> complaints(String key, String text) {
        String shipped = texts.get(key);
        if (shipped == null) {
            return Stream.of("%s: there is no text “%s”. There are: %s".formatted(name, key, texts.keySet()));
        }
        Set<String> known = values(shipped);
        texts.values().stream()
                .flatMap(one -> values(one).stream())
                .filter(WordingFile::isReference)
                .forEach(known::add);
        return values(text).stream()
                .filter(value -> !known.contains(value))
                .map(value -> "%s: the text “%s” has no value {%s}. It has: %s".formatted(name, key, value, known));
    }
}
