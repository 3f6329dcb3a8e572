package gm.sharing.dpia;

import gm.sharing.Dates;
import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import gm.sharing.question.FurtherAnswers;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was written in an assessment, section by section, under the headings that its questions have wherever it is read: in
 * tasks, in the document and in the comparison of versions.
 *
 * @param answers those that stand in the document of the assessment
 */
public record DpiaText(Dpia dpia, FurtherAnswers answers) {

    private static final Words HEADINGS = Words.in("dpia/headings");

    private static final Words WORDS = Words.in("dpia/risk");

    /** The key of the sections that are risks. */
    static final String RISK = "risk";

    /** Everything that was written, in the order of the Information Commissioner's template. */
    public List<Chapter> whole() {
        return Stream.concat(
                        Stream.of(screening()), Stream.of(DpiaSection.values()).map(this::of))
                .filter(chapter -> !chapter.sections().isEmpty())
                .toList();
    }

    /** What was written in a section; without a section while nothing was. */
    public Chapter of(DpiaSection section) {
        return chapter(
                section.code(),
                section.label(),
                switch (section) {
                    case CONSULTATION ->
                        dpia.consultation().map(DpiaText::consultation).orElse(List.of());
                    case RISKS -> risks(dpia);
                    default -> List.of();
                });
    }

    /** The criteria that the project meets and what became of them. */
    public Chapter screening() {
        return chapter(
                DpiaPart.SCREENING,
                HEADINGS.text("screening"),
                new Written(DpiaPart.SCREENING)
                        .with(
                                "criteria-that-the-project-meets",
                                list(dpia.criteria().stream()
                                        .map(Criterion::inWords)
                                        .toList()))
                        .with(
                                "remarks",
                                dpia.screening().map(Screening::remarks).orElse(null))
                        .with(
                                "result",
                                dpia.screeningOutcome()
                                        .map(outcome -> HEADINGS.text(
                                                "outcome",
                                                Map.of(
                                                        "outcome", outcome.label(),
                                                        "reason",
                                                                dpia.screeningResult()
                                                                        .reason()
                                                                        .orElse(""))))
                                        .orElse(null))
                        .with(
                                "what-the-data-protection-officer-said",
                                dpia.screeningResult()
                                        .need()
                                        .map(NoDpia::reason)
                                        .orElse(null))
                        .sections);
    }

    private Chapter chapter(String key, String title, List<Section> written) {
        return new Chapter(
                key,
                title,
                false,
                Stream.concat(written.stream(), answers.in(key).stream()).toList());
    }

    private static List<Section> consultation(Consultation answers) {
        return new Written(DpiaSection.CONSULTATION.code())
                .with("views-of-individuals", answers.asksIndividuals() ? answers.views() : null)
                .with("why-individuals-are-not-asked", answers.asksIndividuals() ? null : answers.whyNotAsked())
                .sections;
    }

    private static List<Section> risks(Dpia dpia) {
        return Stream.concat(
                        dpia.risks().stream().map(DpiaText::risk),
                        leftOut(dpia.riskRegister().leftOutSuggestions()).stream())
                .toList();
    }

    private static Optional<Section> leftOut(List<SuggestedRisk> suggestions) {
        return suggestions.isEmpty()
                ? Optional.empty()
                : Optional.of(Section.of(
                        "left-out-risks",
                        WORDS.text("left-out-risks"),
                        new Block.Prose(Wording.list(
                                suggestions.stream().map(DpiaText::inOneLine).toList()))));
    }

    private static String inOneLine(SuggestedRisk suggestion) {
        String source = suggestion.source();
        return "%s: %s %s"
                .formatted(suggestion.label(), source.endsWith(".") ? source : source + ".", suggestion.impact())
                .replaceAll("\\s+", " ");
    }

    private static Section risk(GradedRisk graded) {
        Risk risk = graded.risk();
        LocalDate due = risk.dueDate();
        return new Section(
                RISK,
                risk.label(),
                WORDS.text("risk", Map.of("risk", risk.label())),
                List.of(new FactList(WORDS)
                        .add("source", risk.source())
                        .add("impact", risk.impact())
                        .add("before-the-measure", level(risk.likelihood(), risk.severity(), graded.level()))
                        .add("measure", risk.measure())
                        .add("effect-of-the-measure", risk.effect().label())
                        .add(
                                "with-the-measure",
                                graded.isEliminated()
                                        ? graded.residualLabel()
                                        : level(
                                                risk.residualLikelihood(),
                                                risk.residualSeverity(),
                                                graded.residualLevel()))
                        .add("owner", graded.ownerName())
                        .add(
                                "in-place",
                                due == null ? WORDS.text("already") : WORDS.text("by", Map.of("date", Dates.day(due))))
                        .block()),
                Section.EVERYBODY);
    }

    private static String level(Likelihood likelihood, Severity severity, @Nullable RiskLevel level) {
        return HEADINGS.text(
                level == null ? "level" : "graded-level",
                Map.of(
                        "likelihood", likelihood.label(),
                        "severity", lower(severity.label()),
                        "level", level == null ? "" : lower(level.label())));
    }

    private static String lower(String label) {
        return label.toLowerCase(Locale.UK);
    }

    private static @Nullable String list(List<String> items) {
        return items.isEmpty() ? null : "- " + String.join("\n- ", items);
    }

    /** Collects what was answered; questions without an answer are left out. */
    private static final class Written {

        private final String key;
        private final List<Section> sections = new ArrayList<>();

        Written(String key) {
            this.key = key;
        }

        Written with(String item, @Nullable String text) {
            if (text != null) {
                sections.add(
                        new Section(key, item, HEADINGS.text(item), List.of(new Block.Prose(text)), Section.EVERYBODY));
            }
            return this;
        }
    }
}
