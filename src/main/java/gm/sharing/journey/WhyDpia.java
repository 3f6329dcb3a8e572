package gm.sharing.journey;

import gm.sharing.dpia.CriteriaList;
import gm.sharing.dpia.Criterion;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaStatus;
import gm.sharing.dpia.NoDpia;
import gm.sharing.dpia.ScreeningOutcome;
import gm.sharing.wording.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why a project needs an assessment, or needs none.
 *
 * @param says which of them, in a sentence that the grounds follow
 * @param grounds the criteria that the screening found, those first that weigh most
 * @param answered the forms whose answers led to them; empty when the person may not read these
 */
record WhyDpia(String says, List<Ground> grounds, List<SentStep> answered) {

    private static final Words WORDS = Words.in("journey/why-dpia");

    private static final Set<String> LEAD_TO_IT = Set.of("describe-needs", "describe-flows", "answer-screening");

    /**
     * A criterion that the project meets.
     *
     * @param list that it is on, in words
     */
    record Ground(Criterion criterion, String list) {}

    /**
     * Empty while the screening is not evaluated.
     *
     * @param sent the forms that the person may read
     */
    static Optional<WhyDpia> of(Dpia dpia, List<SentStep> sent) {
        return dpia.screeningOutcome()
                .map(outcome -> new WhyDpia(
                        says(dpia, outcome),
                        dpia.criteria().stream()
                                .sorted(Comparator.comparing(Criterion::list))
                                .map(criterion -> new Ground(criterion, list(criterion.list())))
                                .toList(),
                        sent.stream()
                                .filter(one -> LEAD_TO_IT.contains(one.form()))
                                .toList()));
    }

    /** Whether an assessment is made: the screening asked for it, or else the data protection officer or the signatory did. */
    static boolean isNeeded(Dpia dpia) {
        return dpia.screeningOutcome()
                .filter(outcome -> outcome == ScreeningOutcome.REQUIRED
                        || (dpia.screeningResult().need().isPresent() && dpia.status() != DpiaStatus.NOT_REQUIRED))
                .isPresent();
    }

    private static String says(Dpia dpia, ScreeningOutcome outcome) {
        int count = dpia.criteria().size();
        if (outcome != ScreeningOutcome.REQUIRED
                && count > 0
                && dpia.status() == DpiaStatus.NOT_REQUIRED
                && dpia.decided().isPresent()) {
            return count == 1
                    ? WORDS.text("not-needed-although-one")
                    : WORDS.text("not-needed-although", Map.of("count", count));
        }
        if (outcome == ScreeningOutcome.REQUIRED && count > 0) {
            return WORDS.text(dpia.isDecided() ? "was-needed-for" : "needed-for");
        }
        Map<String, ?> told = Map.of("why", why(dpia, outcome), "count", count);
        return switch (count) {
            case 0 -> WORDS.text("meets-none", told);
            case 1 -> WORDS.text("meets-one", told);
            default -> WORDS.text("meets", told);
        };
    }

    private static String why(Dpia dpia, ScreeningOutcome outcome) {
        if (outcome == ScreeningOutcome.REQUIRED) {
            return WORDS.text("needed");
        }
        Optional<NoDpia> advice = dpia.screeningResult().need();
        if (advice.isEmpty()) {
            return WORDS.text("open");
        }
        if (advice.get().dpiaNeeded()) {
            return WORDS.text("asked-for");
        }
        if (dpia.status() != DpiaStatus.NOT_REQUIRED) {
            return WORDS.text("decided");
        }
        return WORDS.text(dpia.decided().isPresent() ? "not-needed" : "advised");
    }

    private static String list(CriteriaList list) {
        return WORDS.text(
                switch (list) {
                    case ALWAYS -> "of-the-law";
                    case ICO -> "of-the-regulator";
                    case ICO_PLUS -> "of-the-regulator-together";
                    case WP248 -> "of-the-guidelines";
                });
    }
}
