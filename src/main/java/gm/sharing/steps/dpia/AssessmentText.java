package gm.sharing.steps.dpia;

import static java.util.stream.Collectors.joining;

import gm.sharing.Dates;
import gm.sharing.document.Chapter;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.DpiaText;
import gm.sharing.dpia.DpiaTexts;
import gm.sharing.dpia.GradedRisk;
import gm.sharing.dpia.RiskLevel;
import gm.sharing.organisation.By;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.Markdown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The assessment as those read it who advise on it, decide on it or revise it. */
@Component
class AssessmentText {

    private static final Words WORDS = Words.in("dpia/situation");

    private final DpiaTexts texts;

    AssessmentText(DpiaTexts texts) {
        this.texts = texts;
    }

    /** All of it: the text and the risks at a glance. */
    Map<String, Object> of(Dpia dpia) {
        Map<String, Object> values = new HashMap<>();
        values.put("assessment", text(dpia));
        values.put("riskOverview", overview(dpia.risks()));
        return values;
    }

    String text(Dpia dpia) {
        return texts.of(dpia).whole().stream().map(AssessmentText::headed).collect(joining("\n\n"));
    }

    /** The text by section, to be read beside the questions about it: {@code scopeText} and so on, and the screening. */
    Map<String, Object> bySection(Dpia dpia) {
        DpiaText text = texts.of(dpia);
        Map<String, Object> values = new HashMap<>();
        values.put("screening", headed(text.screening()));
        for (DpiaSection section : DpiaSection.values()) {
            By saved = dpia.section(section).saved();
            values.put(
                    section.code() + "Text",
                    answers(text.of(section))
                            + (saved == null
                                    ? ""
                                    : "\n\n"
                                            + WORDS.text(
                                                    "saved",
                                                    Map.of(
                                                            "person", Markdown.plain(saved.name()),
                                                            "moment", saved.moment()))));
        }
        return values;
    }

    private static String answers(Chapter chapter) {
        return chapter.sections().stream()
                .map(section -> Markdown.answer(section.title(), section.text()))
                .collect(joining("\n\n"));
    }

    private static String headed(Chapter chapter) {
        return "## " + chapter.title() + "\n\n" + answers(chapter);
    }

    static List<Map<String, String>> overview(List<GradedRisk> risks) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (GradedRisk graded : risks) {
            rows.add(Map.of(
                    "risk", graded.risk().label(),
                    "level", label(graded.level()),
                    "effect", graded.risk().effect().label(),
                    "residualLevel", graded.residualLabel(),
                    "owner", graded.ownerName(),
                    "dueDate", due(graded.risk().dueDate())));
        }
        return rows;
    }

    private static String label(@Nullable RiskLevel level) {
        return level == null ? WORDS.text("not-graded") : level.label();
    }

    private static String due(@Nullable LocalDate date) {
        return date == null ? WORDS.text("in-place") : Dates.day(date);
    }

    /** The risks that stay high, by number. */
    static String staysHigh(Dpia dpia) {
        return Markdown.quoted(dpia.risks().stream()
                .filter(GradedRisk::staysHigh)
                .map(GradedRisk::risk)
                .map(risk -> WORDS.text("risk", Map.of("risk", risk.label(), "impact", risk.impact())))
                .collect(joining("\n")));
    }
}
