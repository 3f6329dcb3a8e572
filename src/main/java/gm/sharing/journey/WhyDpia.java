package gm.sharing.journey;

import gm.sharing.dpia.Criterion;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaStatus;
import gm.sharing.dpia.NoDpia;
import gm.sharing.dpia.ScreeningOutcome;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a project needs an assessment, or needs none.
 *
 * @param says which of them, in a sentence that the reasons follow
 * @param criteria that the screening found, each with what the lead said that led to it
 * @param rule what the table of the screening makes of them
 * @param step whose answers led to them; null when the person may not read these
 */
record WhyDpia(String says, List<Criterion> criteria, String rule, @Nullable String step) {

    private static final Words WORDS = Words.in("journey/why-dpia");

    /**
     * Empty while the screening is not evaluated.
     *
     * @param sent the forms that the person may read
     */
    static Optional<WhyDpia> of(Dpia dpia, List<SentStep> sent) {
        return dpia.screeningOutcome()
                .map(outcome -> new WhyDpia(
                        says(dpia, outcome),
                        dpia.criteria(),
                        dpia.screeningResult().reason().orElse(""),
                        sent.stream()
                                .filter(one -> one.form().equals("answer-screening"))
                                .map(SentStep::step)
                                .findFirst()
                                .orElse(null)));
    }

    private static String says(Dpia dpia, ScreeningOutcome outcome) {
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
}
