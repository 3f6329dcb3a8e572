package gm.sharing.dpia;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A step of the assessment as it is read: a heading and what was answered under it. */
public record Step(String title, List<Point> points) {

    public Step {
        points = List.copyOf(points);
    }

    /** Everything that was written, in the order of the Information Commissioner's template. */
    static List<Step> of(Dpia dpia) {
        return Stream.concat(
                        Stream.of(screening(dpia)),
                        Stream.of(DpiaSection.values()).flatMap(section -> of(dpia, section).stream()))
                .filter(step -> !step.points.isEmpty())
                .toList();
    }

    /** What was written in a section; empty while nothing was. */
    static Optional<Step> of(Dpia dpia, DpiaSection section) {
        return switch (section) {
            case NEED -> dpia.needForDpia().map(Step::need);
            case NATURE -> dpia.nature().map(Step::nature);
            case SCOPE -> dpia.scope().map(Step::scope);
            case CONTEXT -> dpia.context().map(Step::context);
            case PURPOSES -> dpia.purposes().map(Step::purposes);
            case CONSULTATION -> dpia.consultation().map(Step::consultation);
            case NECESSITY -> dpia.necessity().map(Step::necessity);
            case RISKS -> Optional.of(risks(dpia.risks())).filter(step -> !step.points.isEmpty());
        };
    }

    static Step screening(Dpia dpia) {
        return new Answers()
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
                .under("Screening");
    }

    private static Step need(NeedForDpia answers) {
        return new Answers()
                .with("Aims", answers.aims())
                .with("Kind of processing", answers.processing())
                .with("Why a DPIA is made", answers.whyNeeded())
                .with("Contact", answers.contact())
                .under("Step 1: The need for a DPIA");
    }

    private static Step nature(Nature answers) {
        return new Answers()
                .with("How the information is collected, used, stored and deleted", answers.handling())
                .with("Where it comes from", answers.sources())
                .with("With whom it is shared", answers.sharing())
                .with("Processing that is likely to be of high risk", answers.highRisk())
                .under("Step 2: Nature of the processing");
    }

    private static Step scope(Scope answers) {
        return new Answers()
                .with("What information it is", answers.informationKind())
                .with("How much and how often", answers.amount())
                .with("How long it is kept", answers.kept())
                .with("Whom it is about", answers.individuals())
                .with("Area", answers.area())
                .under("Step 2: Scope of the processing");
    }

    private static Step context(Context answers) {
        return new Answers()
                .with("Relationship with the individuals", answers.relationship())
                .with("Their control", answers.control())
                .with("What they expect", answers.expectation())
                .with("Children and vulnerable groups", answers.vulnerable())
                .with("Known concerns", answers.concerns())
                .with("State of technology", answers.technology())
                .with("Public concern", answers.publicConcern())
                .with("Codes of conduct and certification", answers.codes())
                .under("Step 2: Context of the processing");
    }

    private static Step purposes(Purposes answers) {
        return new Answers()
                .with("Purpose", answers.purpose())
                .with("Effect on individuals", answers.effect())
                .with("Benefits", answers.benefits())
                .under("Step 2: Purposes of the processing");
    }

    private static Step consultation(Consultation answers) {
        return new Answers()
                .with("Views of individuals", answers.asksIndividuals() ? answers.views() : null)
                .with("Why individuals are not asked", answers.asksIndividuals() ? null : answers.whyNotAsked())
                .with("Within the organisations", answers.internal())
                .with("Processors", answers.processorsAsked())
                .with("Experts", answers.experts())
                .under("Step 3: Consultation");
    }

    private static Step necessity(Necessity answers) {
        return new Answers()
                .with("Lawful basis", answers.lawfulBasis())
                .with("Whether it achieves the purpose", answers.achieves())
                .with("Other ways to the same outcome", answers.otherWay())
                .with("Preventing function creep", answers.functionCreep())
                .with("Quality and minimisation", answers.quality())
                .with("What individuals are told", answers.informing())
                .with("Rights", answers.rights())
                .with("Processors", answers.processorsComply())
                .with("Transfers abroad", answers.transfers())
                .under("Step 4: Necessity and proportionality");
    }

    private static Step risks(List<GradedRisk> risks) {
        List<Point> points = new ArrayList<>();
        for (GradedRisk risk : risks) {
            points.add(risk("Risk " + risk.risk().label(), risk));
        }
        return new Step("Steps 5 and 6: Risks and measures", points);
    }

    private static Point risk(String name, GradedRisk graded) {
        Risk risk = graded.risk();
        return new Point(
                name,
                """
                Source: %s

                Impact: %s

                Before the measure: %s, %s%s

                Measure (%s): %s

                With the measure: %s, %s%s

                Owner: %s%s"""
                        .formatted(
                                risk.source(),
                                risk.impact(),
                                risk.likelihood().label(),
                                lower(risk.severity().label()),
                                level(graded.level()),
                                lower(risk.effect().label()),
                                risk.measure(),
                                risk.residualLikelihood().label(),
                                lower(risk.residualSeverity().label()),
                                level(graded.residualLevel()),
                                graded.ownerName(),
                                risk.dueDate() == null ? "" : ", by " + DpiaOutcome.DATE.format(risk.dueDate())));
    }

    private static String level(@Nullable RiskLevel level) {
        return level == null ? "" : ": " + lower(level.label()) + " risk";
    }

    private static String lower(String label) {
        return label.toLowerCase(Locale.UK);
    }

    private static @Nullable String list(List<String> items) {
        return items.isEmpty() ? null : "- " + String.join("\n- ", items);
    }

    /** Collects what was answered; questions without an answer are left out. */
    private static final class Answers {

        private final List<Point> points = new ArrayList<>();

        Answers with(String name, @Nullable String text) {
            if (text != null) {
                points.add(new Point(name, text));
            }
            return this;
        }

        Step under(String title) {
            return new Step(title, points);
        }
    }
}
