package gm.sharing.handbook;

import gm.sharing.SafeMarkdown;
import gm.sharing.wording.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What the handbook says beside what is deployed; owners replace it as any other wording. */
@Component
class Articles {

    private static final Words GLOSSARY = Words.in("handbook/glossary");

    private static final List<Words> EXAMPLES = List.of(
            Words.in("handbook/example-cancer-waits"),
            Words.in("handbook/example-pandemic"),
            Words.in("handbook/example-fraud"));

    private static final Pattern HEADING = Pattern.compile("(?m)^### ");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    private static final int LEVEL_OF_TEXTS = 3;

    /**
     * A term that is explained.
     *
     * @param id under which a page shows it
     * @param html what it means
     */
    record Entry(String id, String name, String html) {}

    /**
     * A published agreement.
     *
     * @param html what was shared and how the journey would go
     */
    record Example(String title, String html, String source) {}

    /** In the order of the file. */
    List<Entry> terms() {
        return glossary();
    }

    static List<Entry> glossary() {
        return Arrays.stream(HEADING.split(GLOSSARY.text("terms"), -1))
                .filter(entry -> !entry.isBlank())
                .map(Articles::term)
                .toList();
    }

    /** In the order of the page. */
    List<Example> examples() {
        return EXAMPLES.stream()
                .map(words -> new Example(
                        words.text("title"),
                        SafeMarkdown.html(words.text("text"), LEVEL_OF_TEXTS),
                        words.text("source")))
                .toList();
    }

    private static Entry term(String entry) {
        String name = entry.lines().findFirst().orElse("").strip();
        String words = entry.lines().skip(1).reduce("", (one, next) -> one + "\n" + next);
        String id = EDGES.matcher(
                        NO_LETTERS.matcher(name.toLowerCase(Locale.UK)).replaceAll("-"))
                .replaceAll("");
        return new Entry(id, name, SafeMarkdown.html(words, LEVEL_OF_TEXTS));
    }
}
