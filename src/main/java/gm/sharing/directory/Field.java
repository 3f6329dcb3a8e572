package gm.sharing.directory;

import gm.sharing.Problem;
import gm.sharing.organisation.Sector;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field of a page.
 *
 * @param value as known or typed
 * @param options what can be chosen; empty where something is typed
 * @param problem what is wrong with it, or null
 */
record Field(
        String key,
        String label,
        String hint,
        String kind,
        String value,
        List<Option> options,
        @Nullable String problem) {

    /** One that can be chosen. */
    record Option(String value, String label) {}

    /** Of those that can be chosen, the ones that are. */
    public List<Option> chosen() {
        return options.stream().filter(this::isChosen).toList();
    }

    /** Of those that can be chosen, the others. */
    public List<Option> others() {
        return options.stream().filter(option -> !isChosen(option)).toList();
    }

    /** Day, month and year, where it is a day. */
    public List<String> numbers() {
        return DayFields.split(value);
    }

    private boolean isChosen(Option option) {
        return Fact.Kind.codesIn(value).anyMatch(option.value()::equals);
    }

    static List<Field> of(
            List<? extends Asked> asked,
            Map<String, String> typed,
            List<Problem> problems,
            Function<Asked, List<Option>> options) {
        return asked.stream()
                .map(fact -> new Field(
                        fact.key(),
                        fact.label(),
                        fact.hint(),
                        fact.kind().name(),
                        typed.getOrDefault(fact.key(), ""),
                        fact.kind() == Fact.Kind.SECTOR ? sectors() : options.apply(fact),
                        problems.stream()
                                .filter(problem -> problem.field().equals(fact.key()))
                                .map(Problem::message)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private static List<Option> sectors() {
        return Stream.of(Sector.values())
                .map(sector -> new Option(sector.name(), sector.label()))
                .toList();
    }
}
