package gm.sharing.dpia;

import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was written in an assessment, section by section, under the names that its questions have wherever it is read: in
 * tasks, in the document and in the comparison of versions.
 */
final class DpiaText {

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
                        "Criteria that the project meets",
                        list(dpia.criteria().stream().map(Criterion::inWords).toList()))
                .with("Remarks", dpia.screening().map(Screening::remarks).orElse(null))
                .with(
                        "Result",
                        dpia.screeningOutcome()
                                .map(outcome -> outcome.label() + ". "
                                        + dpia.screeningReason().orElse(""))
                                .orElse(null))
                .with(
                        "What the data protection officer said",
                        dpia.need().map(NoDpia::reason).orElse(null))
                .chapter();
    }

    private static Chapter need(NeedForDpia answers) {
        return new Answers(DpiaSection.NEED)
                .with("Aims", answers.aims())
                .with("Kind of processing", answers.processing())
                .with("Why a DPIA is made", answers.whyNeeded())
                .with("Contact", answers.contact())
                .chapter();
    }

    private static Chapter nature(Nature answers) {
        return new Answers(DpiaSection.NATURE)
                .with("How the information is collected, used, stored and deleted", answers.handling())
                .with("Where it comes from", answers.sources())
                .with("With whom it is shared", answers.sharing())
                .with("Processing that is likely to be of high risk", answers.highRisk())
                .chapter();
    }

    private static Chapter scope(Scope answers) {
        return new Answers(DpiaSection.SCOPE)
                .with("What information it is", answers.informationKind())
                .with("How much and how often", answers.amount())
                .with("How long it is kept", answers.kept())
                .with("Whom it is about", answers.individuals())
                .with("Area", answers.area())
                .chapter();
    }

    private static Chapter context(Context answers) {
        return new Answers(DpiaSection.CONTEXT)
                .with("Relationship with the individuals", answers.relationship())
                .with("Their control", answers.control())
                .with("What they expect", answers.expectation())
                .with("Children and vulnerable groups", answers.vulnerable())
                .with("Known concerns", answers.concerns())
                .with("State of technology", answers.technology())
                .with("Public concern", answers.publicConcern())
                .with("Codes of conduct and certification", answers.codes())
                .chapter();
    }

    private static Chapter purposes(Purposes answers) {
        return new Answers(DpiaSection.PURPOSES)
                .with("Purpose", answers.purpose())
                .with("Effect on individuals", answers.effect())
                .with("Benefits", answers.benefits())
                .chapter();
    }

    private static Chapter consultation(Consultation answers) {
        return new Answers(DpiaSection.CONSULTATION)
                .with("Views of individuals", answers.asksIndividuals() ? answers.views() : null)
                .with("Why individuals are not asked", answers.asksIndividuals() ? null : answers.whyNotAsked())
                .with("Within the organisations", answers.internal())
                .with("Processors", answers.processorsAsked())
                .with("Experts", answers.experts())
                .chapter();
    }

    private static Chapter necessity(Necessity answers) {
        return new Answers(DpiaSection.NECESSITY)
                .with("Lawful basis", answers.lawfulBasis())
                .with("Whether it achieves the purpose", answers.achieves())
                .with("Other ways to the same outcome", answers.otherWay())
                .with("Preventing function creep", answers.functionCreep())
                .with("Quality and minimisation", answers.quality())
                .with("What individuals are told", answers.informing())
                .with("Rights", answers.rights())
                .with("Processors", answers.processorsComply())
                .with("Transfers abroad", answers.transfers())
                .chapter();
    }

    private static Chapter risks(Dpia dpia) {
        return new Chapter(
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
                        "Suggested risks that were left out",
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
                "Risk " + risk.label(),
                List.of(new FactList()
                        .add("Source", risk.source())
                        .add("Impact", risk.impact())
                        .add("Before the measure", level(risk.likelihood(), risk.severity(), graded.level()))
                        .add("Measure", risk.measure())
                        .add("Effect of the measure", risk.effect().label())
                        .add(
                                "With the measure",
                                graded.isEliminated()
                                        ? graded.residualLabel()
                                        : level(
                                                risk.residualLikelihood(),
                                                risk.residualSeverity(),
                                                graded.residualLevel()))
                        .add("Owner", graded.ownerName())
                        .add("In place", due == null ? "Already" : "By " + Wording.date(due))
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

        Answers with(String name, @Nullable String text) {
            if (text != null) {
                sections.add(new Section(key, name, name, List.of(new Block.Prose(text)), Section.EVERYBODY));
            }
            return this;
        }

        Chapter chapter() {
            return new Chapter(title, false, sections);
        }
    }
}
