package gm.sharing.workflow.gate.table;

import gm.sharing.wording.Words;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that the program reads from a table.
 *
 * @param words the codes that the program knows; empty when it can be any text, or is none
 * @param period whether the text is a time such as P10D
 * @param least and most for numbers, which are whole
 * @param onlyFor the fact and the word for which it is needed, as {@code fact=word}; null when it is always needed
 * @param codeOf the table of codes that lists what it may say; null when it is no code
 * @param orNothing whether a row may say nothing
 * @param asWritten whether each cell says it as it stands and works nothing out
 */
public record Answer(
        String name,
        Fact.Type type,
        List<String> words,
        boolean period,
        int least,
        int most,
        @Nullable String onlyFor,
        @Nullable String codeOf,
        boolean orNothing,
        boolean asWritten) {

    private static final Words WORDS = Words.in("form/models");

    /** Characters of a text: what a cell puts together of facts has an end, too. */
    private static final int LONGEST = 4_000;

    /** As far as spans in models go. */
    private static final int MOST_YEARS = 10;

    private Answer(String name, Fact.Type type, List<String> words, boolean period, int least, int most) {
        this(name, type, words, period, least, most, null, null, false, false);
    }

    /** One of these codes. */
    public static Answer word(String name, String... words) {
        return new Answer(name, Fact.Type.WORD, List.of(words), false, 0, 0);
    }

    /** What people read. */
    public static Answer text(String name) {
        return new Answer(name, Fact.Type.WORD, List.of(), false, 0, 0);
    }

    /** What people read and rows are put together by, so it is the same whatever is so. */
    public static Answer textAsWritten(String name) {
        return new Answer(name, Fact.Type.WORD, List.of(), false, 0, 0, null, null, false, true);
    }

    /** Calendar time such as P10D, P8W or P1M. */
    public static Answer period(String name) {
        return new Answer(name, Fact.Type.WORD, List.of(), true, 0, 0);
    }

    public static Answer truth(String name) {
        return new Answer(name, Fact.Type.TRUTH, List.of(), false, 0, 0);
    }

    /** True or false, or nothing, as in tables that are older than the column. */
    public static Answer truthOrNothing(String name) {
        return new Answer(name, Fact.Type.TRUTH, List.of(), false, 0, 0, null, null, true, false);
    }

    public static Answer whole(String name, int least, int most) {
        return new Answer(name, Fact.Type.NUMBER, List.of(), false, least, most);
    }

    public Answer onlyFor(String fact, String word) {
        return new Answer(name, type, words, period, least, most, fact + "=" + word, codeOf, orNothing, asWritten);
    }

    /** What people read, or nothing. */
    public static Answer textOrNothing(String name) {
        return new Answer(name, Fact.Type.WORD, List.of(), false, 0, 0, null, null, true, false);
    }

    /** A code that another table lists. */
    public static Answer codeOf(String name, String table) {
        return new Answer(name, Fact.Type.WORD, List.of(), false, 0, 0, null, table, false, false);
    }

    /** A code that another table lists, or nothing. */
    public static Answer codeOfOrNothing(String name, String table) {
        return new Answer(name, Fact.Type.WORD, List.of(), false, 0, 0, null, table, true, false);
    }

    /** What is wrong with a value, in words; null when nothing is. */
    public @Nullable String fault(@Nullable Object value) {
        if (value == null) {
            return onlyFor == null && !orNothing ? "says nothing; the program needs " + wanted() : null;
        }
        return fits(value) ? null : "says “" + value + "”; the program needs " + wanted();
    }

    private boolean fits(Object value) {
        return switch (type) {
            case TRUTH -> value instanceof Boolean;
            case NUMBER -> value instanceof Number number && inRange(new BigDecimal(number.toString()));
            case WORD -> value instanceof String text && (period ? isPeriod(text) : isKnown(text));
            case WORDS -> false;
        };
    }

    private boolean inRange(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private boolean isKnown(String text) {
        return words.isEmpty() ? !text.isBlank() && text.length() <= LONGEST : words.contains(text);
    }

    private static boolean isPeriod(String text) {
        try {
            var time = Period.parse(text);
            return !time.isNegative()
                    && !time.isZero()
                    && !LocalDate.EPOCH.plus(time).isAfter(LocalDate.EPOCH.plusYears(MOST_YEARS));
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    /** Whether the program takes some answers only, rather than any of the type. */
    boolean isBounded() {
        return type == Fact.Type.NUMBER || period || !words.isEmpty() || codeOf != null;
    }

    String wanted() {
        return switch (type) {
            case TRUTH -> "true or false";
            case NUMBER -> "a whole number from " + least + " to " + most;
            case WORD ->
                period
                        ? "a time such as \"P10D\" or \"P8W\", of at most ten years"
                        : words.isEmpty()
                                ? WORDS.text("any-text", Map.of("longest", "%,d".formatted(LONGEST)))
                                : "one of \"" + String.join("\", \"", words) + "\"";
            case WORDS -> type.inWords();
        };
    }
}
