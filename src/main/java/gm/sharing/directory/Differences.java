package gm.sharing.directory;

import gm.sharing.Dates;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says in the record what became of what. */
final class Differences {

    private static final Words WORDS = Words.in("directory/events");

    private Differences() {}

    /**
     * What differs, in the order of what is asked; empty when nothing does.
     *
     * @param before what was typed, by fact; nothing or empty for what was not given
     * @param shown what people read for what was typed
     */
    static <F extends Asked> String between(List<F> asked, Map<F, String> before, Map<F, String> now, Shown<F> shown) {
        return asked.stream()
                .filter(fact -> !value(before, fact).equals(value(now, fact)))
                .map(fact -> difference(fact, value(before, fact), value(now, fact), shown))
                .collect(Collectors.joining(" "));
    }

    private static <F extends Asked> String value(Map<F, String> values, F fact) {
        return Objects.requireNonNullElse(values.get(fact), "");
    }

    private static <F extends Asked> String difference(F fact, String before, String now, Shown<F> shown) {
        String key = before.isEmpty() ? "given" : now.isEmpty() ? "removed" : "changed";
        return WORDS.text(
                key,
                Map.of(
                        "what", fact.label(),
                        "before", shown.of(fact, before),
                        "now", shown.of(fact, now)));
    }

    /** As people read it: a day in words, lines behind each other. */
    static String plain(Asked fact, String value) {
        return fact.kind() == Fact.Kind.DAY && !value.isEmpty()
                ? Dates.day(LocalDate.parse(value))
                : value.replace("\n", ", ");
    }

    /** What people read for what was typed. */
    interface Shown<F> {

        String of(F fact, String value);
    }
}
