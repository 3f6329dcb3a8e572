package gm.sharing.handbook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the terms of the glossary in the words of questions. Of one page, not for several threads. */
public final class Glossary {

    private static final Pattern BEFORE_SHORT_FORM = Pattern.compile("\\s*\\(|\\)");

    private final List<Explained> terms;

    /** The same question stands in each row of a list. */
    private final Map<String, Boolean> explained = new HashMap<>();

    /** @param terms in the order in which the glossary has them */
    Glossary(List<Articles.Entry> terms) {
        this.terms = terms.stream().map(Explained::of).toList();
    }

    private record Explained(Articles.Entry term, Pattern words) {

        /** Its name and its short form, of one or several. */
        static Explained of(Articles.Entry term) {
            return new Explained(
                    term,
                    Pattern.compile(
                            Arrays.stream(BEFORE_SHORT_FORM.split(term.name()))
                                    .map(Pattern::quote)
                                    .collect(Collectors.joining("|", "(?<![\\w-])(?:", ")s?(?![\\w-])")),
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }

        boolean hasSource() {
            return term.html().contains("href=");
        }

        boolean isIn(String text) {
            return words.matcher(text).find();
        }
    }

    /** As it is now. */
    public static Glossary now() {
        return new Glossary(Articles.glossary());
    }

    /** Whether a text uses a term that the handbook explains by a source, as it does those of the law. */
    public boolean explains(String text) {
        return explained.computeIfAbsent(
                text, asked -> terms.stream().anyMatch(term -> term.hasSource() && term.isIn(asked)));
    }

    /** Where the handbook explains the term of this very name; empty when it explains none. */
    public Optional<String> addressOf(String name) {
        return terms.stream()
                .map(Explained::term)
                .filter(term -> term.name().equalsIgnoreCase(name))
                .map(term -> "/handbook/glossary#" + term.id())
                .findFirst();
    }

    List<Articles.Entry> termsIn(String text) {
        return terms.stream()
                .filter(term -> term.isIn(text))
                .map(Explained::term)
                .toList();
    }
}
