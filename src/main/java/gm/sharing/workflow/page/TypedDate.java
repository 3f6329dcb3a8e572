package gm.sharing.workflow.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A day as three fields: what was typed stays as it was typed, and only a whole day becomes one. */
record TypedDate(String day, String month, String year) {

    static final TypedDate NONE = new TypedDate("", "", "");

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DAY_OR_MONTH = Pattern.compile("\\d{1,2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /** Of an answer: a day, or the three fields with a bar between them. */
    static TypedDate of(String answer) {
        var iso = ISO.matcher(answer);
        if (iso.matches()) {
            return new TypedDate(
                    iso.group(3).replaceFirst("^0", ""), iso.group(2).replaceFirst("^0", ""), iso.group(1));
        }
        List<String> typed = List.of((answer + "||").split("\\|", -1));
        return new TypedDate(typed.get(0), typed.get(1), typed.get(2));
    }

    /** As a form takes it; what cannot be a day stays as it is and is refused by the form's own rule. */
    String answer() {
        String typedDay = day.strip();
        String typedMonth = month.strip();
        String typedYear = year.strip();
        if (typedDay.isEmpty() && typedMonth.isEmpty() && typedYear.isEmpty()) {
            return "";
        }
        return DAY_OR_MONTH.matcher(typedDay).matches()
                        && DAY_OR_MONTH.matcher(typedMonth).matches()
                        && YEAR.matcher(typedYear).matches()
                ? "%s-%2s-%2s".formatted(typedYear, typedMonth, typedDay).replace(' ', '0')
                : day + "|" + month + "|" + year;
    }

    String words() {
        return String.join(
                " ", Stream.of(day, month, year).filter(part -> !part.isBlank()).toList());
    }
}
