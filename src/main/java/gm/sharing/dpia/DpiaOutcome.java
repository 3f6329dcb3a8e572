package gm.sharing.dpia;

import static java.util.stream.Collectors.joining;

import gm.sharing.Dates;
import gm.sharing.document.Fact;
import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the agreement and its partners are told of the assessment. It names roles and not people, because the agreement is
 * published.
 *
 * @param headline one sentence, plain text
 * @param risks how many remain of each level with the measures in place; empty when none were assessed
 * @param points named answers in plain text, empty lines between paragraphs
 * @param views what each data protection officer who was asked holds of it, by organisation and without the reasons
 */
public record DpiaOutcome(DpiaStatus status, String headline, String risks, List<Fact> points, List<Fact> views) {

    private static final Words WORDS = Words.in("dpia/outcome");

    public DpiaOutcome {
        points = List.copyOf(points);
        views = List.copyOf(views);
    }

    static DpiaOutcome of(Dpia dpia, Function<OrganisationCode, String> nameOf) {
        return new DpiaOutcome(dpia.status(), headline(dpia), risks(dpia), points(dpia, nameOf), views(dpia, nameOf));
    }

    /** The same, with the number of the version that was approved: partners rely on that one and on no other. */
    DpiaOutcome ofVersion(int number) {
        return new DpiaOutcome(
                status,
                headline,
                risks,
                Stream.concat(
                                Stream.of(new Fact(
                                        "version",
                                        WORDS.text("version"),
                                        WORDS.text("version-number", Map.of("number", number)))),
                                points.stream())
                        .toList(),
                views);
    }

    /** The same with what other modules add. */
    DpiaOutcome with(List<Fact> more) {
        return new DpiaOutcome(
                status,
                headline,
                risks,
                Stream.concat(points.stream(), more.stream()).toList(),
                views);
    }

    private static String risks(Dpia dpia) {
        return dpia.status() != DpiaStatus.APPROVED || dpia.risks().isEmpty()
                ? ""
                : RiskCounts.withMeasures(dpia.risks());
    }

    static String headline(Dpia dpia) {
        return switch (dpia.status()) {
            case IN_PROGRESS -> WORDS.text("in-progress");
            case NOT_REQUIRED ->
                dpia.decided().isEmpty()
                        ? WORDS.text(
                                "not-required-as-advised",
                                Map.of(
                                        "date",
                                        day(dpia.screeningResult().needDecided().orElseThrow())))
                        : WORDS.text(
                                "not-required",
                                Map.of(
                                        "decided-by",
                                        decidedBy(dpia),
                                        "date",
                                        day(dpia.screeningResult().needDecided().orElseThrow())));
            case APPROVED -> WORDS.text("approved", Map.of("decided-by", decidedBy(dpia)));
            case REJECTED -> WORDS.text("rejected", Map.of("decided-by", decidedBy(dpia)));
            case STOPPED -> WORDS.text("stopped");
        };
    }

    private static String decidedBy(Dpia dpia) {
        By by = dpia.decided().orElseThrow();
        return WORDS.text(
                by.isByDeputy() ? "decided-by-deputy" : "decided-by",
                Map.of("role", dpia.decision().orElseThrow().approverRole(), "date", day(by)));
    }

    private static String day(By by) {
        return Dates.day(by.on());
    }

    private static List<Fact> points(Dpia dpia, Function<OrganisationCode, String> nameOf) {
        List<Fact> points = new ArrayList<>();
        dpia.screeningOutcome()
                .ifPresent(outcome -> points.add(new Fact(
                        "screening",
                        WORDS.text("screening"),
                        outcome.label() + ". " + dpia.screeningResult().reason().orElse(""))));
        if (!dpia.criteria().isEmpty()) {
            points.add(new Fact(
                    "criteria-that-the-project-meets",
                    WORDS.text("criteria-that-the-project-meets"),
                    list(dpia.criteria().stream().map(Criterion::inWords))));
        }
        dpia.screeningResult()
                .need()
                .ifPresent(need -> points.add(new Fact(
                        "what-the-data-protection-officer-advised",
                        WORDS.text("what-the-data-protection-officer-advised"),
                        need.reason())));
        if (isDecided(dpia)) {
            addDecided(dpia, nameOf, points);
        }
        return points;
    }

    private static void addDecided(Dpia dpia, Function<OrganisationCode, String> nameOf, List<Fact> points) {
        var decision = dpia.decision().orElseThrow();
        dpia.advice().forEach(advice -> points.add(view(advice, nameOf)));
        dpia.adviceRound()
                .missingAdvice()
                .ifPresent(missing -> points.add(new Fact(
                        "why-advice-could-not-be-had", WORDS.text("why-advice-could-not-be-had"), missing.reason())));
        dpia.adviceRound()
                .overruling()
                .ifPresent(overruling -> points.add(new Fact(
                        "why-the-advice-was-overruled",
                        WORDS.text("why-the-advice-was-overruled"),
                        WORDS.text(
                                "overruled",
                                Map.of(
                                        "reasons",
                                        overruling.reasons(),
                                        "role",
                                        overruling.role(),
                                        "date",
                                        day(overruling.by()))))));
        if (decision.reasons() != null) {
            points.add(new Fact(
                    "reasons",
                    dpia.adviceRound().isAgainst() && decision.approves()
                            ? WORDS.text("against-advice")
                            : WORDS.text("reasons"),
                    decision.reasons()));
        }
        if (decision.departureReasons() != null) {
            points.add(new Fact("departure-reasons", WORDS.text("departure-reasons"), decision.departureReasons()));
        }
        dpia.consultation().ifPresent(consultation -> points.add(consulted(consultation)));
        points.add(new Fact("risks-that-remain", WORDS.text("risks-that-remain"), remaining(dpia.risks())));
        points.add(new Fact("kept-under-review-by", WORDS.text("kept-under-review-by"), decision.keptUnderReviewBy()));
        dpia.screeningResult()
                .whyStillHolds()
                .ifPresent(why -> points.add(new Fact("why-it-still-holds", WORDS.text("why-it-still-holds"), why)));
    }

    private static Fact view(OrganisationAdvice advice, Function<OrganisationCode, String> nameOf) {
        String key = "dpo-view-" + advice.organisation();
        String who = WORDS.text("dpo-view", Map.of("organisation", nameOf.apply(advice.organisation())));
        By by = advice.by();
        return advice.isGiven() && advice.view() != null && by != null
                ? new Fact(key, who, inShort(advice) + "\n\n" + advice.summary())
                : new Fact(key, who, inShort(advice));
    }

    private static List<Fact> views(Dpia dpia, Function<OrganisationCode, String> nameOf) {
        return isDecided(dpia)
                ? dpia.advice().stream()
                        .map(advice -> new Fact(
                                advice.organisation().value(), nameOf.apply(advice.organisation()), inShort(advice)))
                        .toList()
                : List.of();
    }

    private static boolean isDecided(Dpia dpia) {
        return dpia.status() == DpiaStatus.APPROVED || dpia.status() == DpiaStatus.REJECTED;
    }

    private static String inShort(OrganisationAdvice advice) {
        DpoView view = advice.view();
        By by = advice.by();
        return advice.isGiven() && view != null && by != null
                ? view.label() + " (" + day(by) + ")."
                : WORDS.text("not-given");
    }

    private static Fact consulted(Consultation consultation) {
        String text = consultation.asksIndividuals() ? consultation.views() : consultation.whyNotAsked();
        return new Fact(
                consultation.asksIndividuals() ? "views-of-individuals" : "why-individuals-were-not-asked",
                consultation.asksIndividuals()
                        ? WORDS.text("views-of-individuals")
                        : WORDS.text("why-individuals-were-not-asked"),
                text == null ? "" : text);
    }

    private static String remaining(List<GradedRisk> risks) {
        return list(risks.stream()
                        .map(graded -> WORDS.text(
                                "remaining-risk",
                                Map.of(
                                        "risk",
                                        graded.risk().label(),
                                        "source",
                                        unstopped(graded.risk().source()),
                                        "harm",
                                        unstopped(graded.risk().impact()),
                                        "measure",
                                        unstopped(graded.risk().measure()),
                                        "level",
                                        graded.residualLabel().toLowerCase(Locale.UK)))))
                + (inARow(risks) ? "" : "\n\n" + WORDS.text("numbers"));
    }

    private static boolean inARow(List<GradedRisk> risks) {
        return IntStream.range(0, risks.size())
                .allMatch(place -> risks.get(place).risk().number() == place + 1);
    }

    private static String unstopped(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String list(Stream<String> items) {
        return items.map(item -> "- " + item).collect(joining("\n"));
    }

    /** The same as plain text, with a line for each name. */
    public String text() {
        return Stream.concat(Stream.of(headline), points.stream().map(point -> point.name() + "\n" + point.answer()))
                .collect(joining("\n\n"));
    }
}
