package gm.sharing.workflow.dpia;

import static java.util.stream.Collectors.joining;

import gm.sharing.dpia.Advice;
import gm.sharing.dpia.By;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaDecision;
import gm.sharing.dpia.DpoView;
import gm.sharing.dpia.GradedRisk;
import gm.sharing.dpia.RiskLevel;
import gm.sharing.dpia.Step;
import gm.sharing.dpia.Verdict;
import gm.sharing.workflow.form.Markdown;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The assessment as those read it who advise on it, decide on it or revise it. */
final class AssessmentText {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private AssessmentText() {}

    /** All of it: the text, the risks at a glance, and the last advice when there is one. */
    static Map<String, Object> of(Dpia dpia) {
        Map<String, Object> values = new HashMap<>();
        values.put("assessment", dpia.steps().stream().map(AssessmentText::step).collect(joining("\n\n")));
        values.put("riskOverview", overview(dpia.risks()));
        dpia.advice().ifPresent(advice -> values.put("lastAdvice", advice(dpia, advice)));
        return values;
    }

    private static String step(Step step) {
        return "## " + step.title() + "\n\n"
                + step.points().stream()
                        .map(point -> Markdown.answer(point.name(), point.text()))
                        .collect(joining("\n\n"));
    }

    private static List<Map<String, String>> overview(List<GradedRisk> risks) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (GradedRisk graded : risks) {
            rows.add(Map.of(
                    "risk", graded.risk().label(),
                    "level", label(graded.level()),
                    "effect", graded.risk().effect().label(),
                    "residualLevel", label(graded.residualLevel()),
                    "owner", graded.ownerName(),
                    "dueDate", due(graded.risk().dueDate())));
        }
        return rows;
    }

    private static String label(@Nullable RiskLevel level) {
        return level == null ? "Not graded" : level.label();
    }

    private static String due(@Nullable LocalDate date) {
        return date == null ? "In place" : DATE.format(date);
    }

    /** The risks that stay high, by number. */
    static String staysHigh(Dpia dpia) {
        return Markdown.quoted(dpia.risks().stream()
                .filter(GradedRisk::staysHigh)
                .map(GradedRisk::risk)
                .map(risk -> "- %s: %s".formatted(risk.label(), risk.impact()))
                .collect(joining("\n")));
    }

    /** Why the signatory rejected the assessment that is being revised. */
    static Optional<String> rejection(Dpia dpia) {
        return dpia.decision()
                .filter(decision -> decision.decision() == Verdict.REJECT)
                .map(decision -> rejection(dpia, decision));
    }

    private static String rejection(Dpia dpia, DpiaDecision decision) {
        String reasons = decision.reasons();
        return Markdown.answer("Rejected" + byWhom(dpia.decided()), reasons == null ? "" : reasons);
    }

    /** What the data protection officer wants changed. */
    static Optional<String> sentBack(Dpia dpia) {
        return dpia.advice()
                .filter(advice -> advice.advice() == DpoView.SEND_BACK)
                .map(advice -> advice(dpia, advice));
    }

    private static String advice(Dpia dpia, Advice advice) {
        return Markdown.answer(advice.advice().label() + byWhom(dpia.advised()), advice.summary());
    }

    private static String byWhom(Optional<By> by) {
        return by.map(who -> " (%s, %s)".formatted(who.name(), DATE.format(who.on())))
                .orElse("");
    }
}
