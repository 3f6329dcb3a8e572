package gm.sharing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What somebody types to find something in a long list: it holds every word, wherever it stands, in capitals or not.
 *
 * @param typed as it was typed, cut to {@link #LONGEST}
 */
public record SoughtWords(String typed) {

    /** Letters in all. */
    public static final int LONGEST = 200;

    /** Stands before what would mean something else in a pattern. */
    public static final char ESCAPE = '!';

    /** More find nothing that fewer would not. */
    private static final int MOST = 10;

    public SoughtWords {
        typed = typed.substring(0, Math.min(typed.length(), LONGEST)).strip();
    }

    /** What a database compares text in small letters with, one for each word. */
    public List<String> patterns() {
        return words().map(word -> "%" + word.replaceAll("[!%_]", ESCAPE + "$0") + "%")
                .toList();
    }

    /** Whether the text holds them all. */
    public boolean standIn(String text) {
        return words().allMatch(text.toLowerCase(Locale.UK)::contains);
    }

    private Stream<String> words() {
        return Stream.of(typed.toLowerCase(Locale.UK).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST);
    }
}
