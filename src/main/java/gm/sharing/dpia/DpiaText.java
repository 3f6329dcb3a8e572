package gm.sharing.dpia;

import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
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
 * What was written in an assessment, section by section, under the names that its questions have wherever it is read: in
 * tasks, in the document and in the comparison of versions.
 */
final class DpiaText {

    private static final Words WORDS = Words.in("dpia/risk");

    /** The key of the sections that are risks. */
    static final String RISK = "risk";

    private DpiaText() {}

    /** Everything that was written, in the order of the Information Commissioner's template. */
    static List<Chapter> of(Dpia dpia) {
        return Stream.concat(
                        Stream.of(screening(dpia)),
                        Stream.of(DpiaSection.values()).flatMap(section -> of(dpia, section).stream()))
                .filter(chapter -> !chapter.sections().isEmpty())
                .toList();
    }

    /** What was written in a section; empty while nothing was. */
    static Optional<Chapter> of(Dpia dpia, DpiaSection section) {
        return switch (section) {
            case NEED -> dpia.needForDpia().map(DpiaText::need);
            case NATURE -> dpia.nature().map(DpiaText::nature);
            case SCOPE -> dpia.scope().map(DpiaText::scope);
            case CONTEXT -> dpia.context().map(DpiaText::context);
            case PURPOSES -> dpia.purposes().map(DpiaText::purposes);
            case CONSULTATION -> dpia.consultation().map(DpiaText::consultation);
            case NECESSITY -> dpia.necessity().map(DpiaText::necessity);
            case RISKS ->
                Optional.of(risks(dpia)).filter(chapter -> !chapter.sections().isEmpty());
        };
    }

    static Chapter screening(Dpia dpia) {
        return new Answers("screening", "Screening")
                .with(
                        "criteria-that-the-project-meets",
                        "Criteria that the project meets",
                        list(dpia.criteria().stream().map(Criterion::inWords).toList()))
                .with(
                        "remarks",
                        "Remarks",
                        dpia.screening().map(Screening::remarks).orElse(null))
                .with(
                        "result",
                        "Result",
                        dpia.screeningOutcome()
                                .map(outcome -> outcome.label() + ". "
                                        + dpia.screeningReason().orElse(""))
                                .orElse(null))
                .with(
                        "what-the-data-protection-officer-said",
                        "What the data protection officer said",
                        dpia.need().map(NoDpia::reason).orElse(null))
                .chapter();
    }

    private static Chapter need(NeedForDpia answers) {
        return new Answers(DpiaSection.NEED)
                .with("aims", "Aims", answers.aims())
                .with("kind-of-processing", "Kind of processing", answers.processing())
                .with("why-a-dpia-is-made", "Why a DPIA is made", answers.whyNeeded())
                .with("contact", "Contact", answers.contact())
                .chapter();
    }

    private static Chapter nature(Nature answers) {
        return new Answers(DpiaSection.NATURE)
                .with(
                        "how-the-information-is-collected-used-stored-and-deleted",
                        "How the information is collected, used, stored and deleted",
                        answers.handling())
                .with("where-it-comes-from", "Where it comes from", answers.sources())
                .with("with-whom-it-is-shared", "With whom it is shared", answers.sharing())
                .with(
                        "processing-that-is-likely-to-be-of-high-risk",
                        "Processing that is likely to be of high risk",
                        answers.highRisk())
                .chapter();
    }

    private static Chapter scope(Scope answers) {
        return new Answers(DpiaSection.SCOPE)
                .with("what-information-it-is", "What information it is", answers.informationKind())
                .with("how-much-and-how-often", "How much and how often", answers.amount())
                .with("how-long-it-is-kept", "How long it is kept", answers.kept())
                .with("whom-it-is-about", "Whom it is about", answers.individuals())
                .with("area", "Area", answers.area())
                .chapter();
    }

    private static Chapter context(Context answers) {
        return new Answers(DpiaSection.CONTEXT)
                .with("relationship-with-the-individuals", "Relationship with the individuals", answers.relationship())
                .with("their-control", "Their control", answers.control())
                .with("what-they-expect", "What they expect", answers.expectation())
                .with("children-and-vulnerable-groups", "Children and vulnerable groups", answers.vulnerable())
                .with("known-concerns", "Known concerns", answers.concerns())
                .with("state-of-technology", "State of technology", answers.technology())
                .with("public-concern", "Public concern", answers.publicConcern())
                .with("codes-of-conduct-and-certification", "Codes of conduct and certification", answers.codes())
                .chapter();
    }

    private static Chapter purposes(Purposes answers) {
        return new Answers(DpiaSection.PURPOSES)
                .with("purpose", "Purpose", answers.purpose())
                .with("effect-on-individuals", "Effect on individuals", answers.effect())
                .with("benefits", "Benefits", answers.benefits())
                .chapter();
    }

    private static Chapter consultation(Consultation answers) {
        return new Answers(DpiaSection.CONSULTATION)
                .with(
                        "views-of-individuals",
                        "Views of individuals",
                        answers.asksIndividuals() ? answers.views() : null)
                .with(
                        "why-individuals-are-not-asked",
                        "Why individuals are not asked",
                        answers.asksIndividuals() ? null : answers.whyNotAsked())
                .with("within-the-organisations", "Within the organisations", answers.internal())
                .with("processors", "Processors", answers.processorsAsked())
                .with("experts", "Experts", answers.experts())
                .chapter();
    }

    private static Chapter necessity(Necessity answers) {
        return new Answers(DpiaSection.NECESSITY)
                .with("lawful-basis", "Lawful basis", answers.lawfulBasis())
                .with("whether-it-achieves-the-purpose", "Whether it achieves the purpose", answers.achieves())
                .with("other-ways-to-the-same-outcome", "Other ways to the same outcome", answers.otherWay())
                .with("preventing-function-creep", "Preventing function creep", answers.functionCreep())
                .with("quality-and-minimisation", "Quality and minimisation", answers.quality())
                .with("what-individuals-are-told", "What individuals are told", answers.informing())
                .with("rights", "Rights", answers.rights())
                .with("processors", "Processors", answers.processorsComply())
                .with("transfers-abroad", "Transfers abroad", answers.transfers())
                .chapter();
    }

    private static Chapter risks(Dpia dpia) {
        return new Chapter(
                DpiaSection.RISKS.code(),
                DpiaSection.RISKS.label(),
                false,
                Stream.concat(dpia.risks().stream().map(DpiaText::risk), leftOut(dpia.leftOutSuggestions()).stream())
                        .toList());
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
                                due == null
                                        ? WORDS.text("already")
                                        : WORDS.text("by", Map.of("date", Wording.date(due))))
                        .block()),
                Section.EVERYBODY);
    }

    private static String level(Likelihood likelihood, Severity severity, @Nullable RiskLevel level) {
        return "%s, %s%s"
                .formatted(
                        likelihood.label(),
                        lower(severity.label()),
                        level == null ? "" : ": " + lower(level.label()) + " risk");
    }

    private static String lower(String label) {
        return label.toLowerCase(Locale.UK);
    }

    private static @Nullable String list(List<String> items) {
        return items.isEmpty() ? null : "- " + String.join("\n- ", items);
    }

    /** Collects what was answered; questions without an answer are left out. */
    private static final class Answers {

        private final String key;
        private final String title;
        private final List<Section> sections = new ArrayList<>();

        Answers(DpiaSection section) {
            this(section.code(), section.label());
        }

        Answers(String key, String title) {
            this.key = key;
            this.title = title;
        }

        Answers with(String item, String name, @Nullable String text) {
            if (text != null) {
                sections.add(new Section(key, item, name, List.of(new Block.Prose(text)), Section.EVERYBODY));
            }
            return this;
        }

        Chapter chapter() {
            return new Chapter(key, title, false, sections);
        }
    }
}
