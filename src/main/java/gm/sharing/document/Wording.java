package gm.sharing.document;

import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Periods and lists as documents write them. */
public final class Wording {

    private static final int OPENING = 400;

    private Wording() {}

    public static String period(Period period) {
        return and(Stream.of(
                        count(period.getYears(), "year"),
                        count(period.getMonths(), "month"),
                        count(period.getDays(), "day"))
                .flatMap(List::stream)
                .toList());
    }

    private static List<String> count(int number, String unit) {
        return number == 0 ? List.of() : List.of(number + " " + unit + (number == 1 ? "" : "s"));
    }

    /** "Bolton Council, Bury Council and Wigan Council". */
    public static String and(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** The same, with semicolons where a comma or an "and" of a name would make it look like two. */
    public static String items(List<String> names) {
        return names.stream().anyMatch(name -> name.contains(",") || name.contains(" and "))
                ? String.join("; ", names)
                : and(names);
    }

    /** "Bolton Council and 27 others" where the names would not fit into a heading. */
    public static String brief(List<String> names) {
        return names.size() <= 3 ? and(names) : names.get(0) + " and " + (names.size() - 1) + " others";
    }

    public static String list(Collection<String> items) {
        return items.stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
    }

    /** The first paragraph, or as much of it as a busy reader takes in. */
    public static String opening(String text) {
        String first = text.strip().split("\\R\\s*\\R", 2)[0];
        if (first.length() <= OPENING) {
            return first;
        }
        int space = first.lastIndexOf(' ', OPENING);
        return first.substring(0, space > 0 ? space : OPENING) + " …";
    }
}
