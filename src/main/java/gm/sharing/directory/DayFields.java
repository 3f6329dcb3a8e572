package gm.sharing.directory;

import gm.sharing.deadline.TypedDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Days stand on pages as three numbers, and everywhere else as one text: ISO 8601, or what was typed when that is no day. */
final class DayFields {

    private static final List<String> PARTS = List.of("Day", "Month", "Year");

    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final String BETWEEN = "/";

    private DayFields() {}

    /** What was typed, with each day that came as three numbers as one; a day of which a number is missing was not sent. */
    static MultiValueMap<String, String> joined(
            Collection<? extends Asked> asked, MultiValueMap<String, String> typed) {
        MultiValueMap<String, String> joined = new LinkedMultiValueMap<>(typed);
        asked.stream()
                .filter(fact -> fact.kind() == Fact.Kind.DAY)
                .filter(fact -> PARTS.stream().allMatch(part -> typed.containsKey(fact.key() + part)))
                .filter(fact -> String.join("", typed.getOrDefault(fact.key(), List.of()))
                        .isEmpty())
                .forEach(fact -> joined.put(fact.key(), days(fact.key(), typed)));
        return joined;
    }

    /** As many as the part that was sent most often. */
    private static List<String> days(String key, MultiValueMap<String, String> typed) {
        int sent = PARTS.stream()
                .mapToInt(part -> sent(key + part, typed).size())
                .max()
                .orElse(0);
        return IntStream.range(0, sent).mapToObj(at -> day(key, at, typed)).toList();
    }

    private static List<String> sent(String name, MultiValueMap<String, String> typed) {
        return typed.getOrDefault(name, List.of());
    }

    private static String day(String key, int at, MultiValueMap<String, String> typed) {
        List<String> numbers = PARTS.stream()
                .map(part -> sent(key + part, typed))
                .map(part -> at < part.size() ? part.get(at).strip().replace(BETWEEN, " ") : "")
                .toList();
        return TypedDay.ofAnyTime(numbers.get(0), numbers.get(1), numbers.get(2))
                .map(LocalDate::toString)
                .orElseGet(() -> numbers.stream().allMatch(String::isEmpty) ? "" : String.join(BETWEEN, numbers));
    }

    /** Day, month and year of such a text, as they stand on the page. */
    static List<String> split(String text) {
        Matcher iso = ISO.matcher(text);
        return iso.matches()
                ? Stream.of(3, 2, 1).map(iso::group).map(DayFields::number).toList()
                : Stream.concat(Stream.of(text.split(BETWEEN, PARTS.size())), Stream.of("", ""))
                        .limit(PARTS.size())
                        .collect(Collectors.toList());
    }

    private static String number(String digits) {
        return digits.replaceFirst("^0+(?=.)", "");
    }
}
