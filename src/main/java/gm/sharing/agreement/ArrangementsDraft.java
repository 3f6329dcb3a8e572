package gm.sharing.agreement;

import gm.sharing.Dates;
import gm.sharing.document.Block;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import gm.sharing.project.Arrangements;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.springframework.util.StringUtils;

/** Writes what the parties arranged: people's rights, care for the information, and for how long all this holds. */
record ArrangementsDraft(Arrangements arrangements) {

    private static final Words SUMMARY = Words.in("agreement/summary");

    private static final Words CLAUSES = Words.in("agreement/clauses");

    /** Whom people write to, and that they can complain. */
    List<Section> rights(Words clauses) {
        return List.of(
                Section.of(
                        "contact",
                        HeadedSection.of("contact"),
                        new Block.Prose(clauses.text("contact", Map.of("contact", arrangements.contact())))),
                Section.of("complaints", HeadedSection.of("complaints"), new Block.Prose(clauses.text("complaints"))));
    }

    /** How long the information is kept at most; what was said of it follows. */
    List<Section> care(Words clauses) {
        return List.of(Section.of(
                "retention",
                HeadedSection.of("retention"),
                new Block.Prose(clauses.text("retention", Map.of("period", keptFor())))));
    }

    List<Section> dates(Words clauses) {
        return List.of(new Section(
                "arrangements",
                "dates",
                HeadedSection.of("dates"),
                List.of(
                        new FactList(SUMMARY)
                                .add("starts", start())
                                .add("review", StringUtils.capitalize(review()))
                                .add("ends", end())
                                .block(),
                        new Block.Prose(clauses.text("review-and-end"))),
                Section.EVERYBODY));
    }

    String keptFor() {
        return Wording.period(arrangements.retained());
    }

    /** Start, review and end in one sentence. */
    String period(Words clauses) {
        return arrangements.endDate() == null
                ? clauses.text("period-without-end", Map.of("start", start(), "review", review()))
                : clauses.text("period", Map.of("start", start(), "review", review(), "end", end()));
    }

    private String start() {
        return CLAUSES.text("start", Map.of("date", Dates.day(arrangements.startDate())));
    }

    /** Counted from the day in force, which is known when it is published. The same however late it is drafted. */
    private String review() {
        LocalDate review = arrangements.reviewBy(arrangements.startDate());
        if (review.equals(arrangements.endDate())) {
            return CLAUSES.text("review-by-last-day", Map.of("date", Dates.day(review)));
        }
        return CLAUSES.text(
                "review-within",
                Map.of(
                        "period", Wording.period(Period.ofYears(arrangements.reviewYears())),
                        "date", Dates.day(review)));
    }

    private String end() {
        LocalDate end = arrangements.endDate();
        return end == null ? CLAUSES.text("no-end") : Dates.day(end);
    }
}
