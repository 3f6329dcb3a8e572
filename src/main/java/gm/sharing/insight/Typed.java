package gm.sharing.insight;

import gm.sharing.Problem;
import gm.sharing.code.Coded;
import gm.sharing.deadline.TypedDay;
import gm.sharing.organisation.Sector;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is typed and chosen above the figures, as it was typed. */
record Typed(
        @Nullable String fromDay,
        @Nullable String fromMonth,
        @Nullable String fromYear,
        @Nullable String toDay,
        @Nullable String toMonth,
        @Nullable String toYear,
        @Nullable String kind,
        @Nullable String change) {

    private static final Words WORDS = Words.in("insight/filter");

    /**
     * What it asks for.
     *
     * @param problems empty when everything can be understood
     */
    record Reading(Asked asked, List<Problem> problems) {}

    Reading read(List<ModelVersions.Version> versions, LocalDate now) {
        List<Problem> problems = new ArrayList<>();
        LocalDate from = null;
        LocalDate to = null;
        if (isTyped(fromDay, fromMonth, fromYear)) {
            from = day(fromDay, fromMonth, fromYear, now);
            complain(from == null, "fromDay", WORDS.text("no-from"), problems);
        }
        if (isTyped(toDay, toMonth, toYear)) {
            to = day(toDay, toMonth, toYear, now);
            complain(to == null, "toDay", WORDS.text("no-to"), problems);
        }
        complain(from != null && to != null && to.isBefore(from), "toDay", WORDS.text("to-before-from"), problems);
        Optional<Sector> sector = isTyped(kind) ? Coded.find(Sector.class, String.valueOf(kind)) : Optional.empty();
        complain(isTyped(kind) && sector.isEmpty(), "kind", WORDS.text("no-kind"), problems);
        Optional<ModelVersions.Version> version =
                isTyped(change) ? ModelVersions.Version.find(versions, String.valueOf(change)) : Optional.empty();
        complain(isTyped(change) && version.isEmpty(), "change", WORDS.text("no-change"), problems);
        return new Reading(new Asked(new Period(from, to), sector.orElse(null), version.orElse(null)), problems);
    }

    private static void complain(boolean wrong, String field, String message, List<Problem> problems) {
        if (wrong) {
            problems.add(new Problem(field, message));
        }
    }

    private static boolean isTyped(@Nullable String... typed) {
        return Stream.of(typed).anyMatch(text -> text != null && !text.isBlank());
    }

    private static @Nullable LocalDate day(
            @Nullable String day, @Nullable String month, @Nullable String year, LocalDate now) {
        return TypedDay.of(day, month, year)
                .flatMap(typed -> TypedDay.of(typed.toString(), now))
                .orElse(null);
    }
}
