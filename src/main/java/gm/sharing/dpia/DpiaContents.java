package gm.sharing.dpia;

import static java.util.stream.Collectors.joining;

import gm.sharing.Dates;
import gm.sharing.document.Block;
import gm.sharing.document.Chapter;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Owners;
import gm.sharing.project.Partner;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.question.Answer;
import gm.sharing.wording.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes what an assessment says, with what other modules add to it. */
@Component
class DpiaContents {

    private static final Words WORDS = Words.in("dpia/document");

    private final Projects projects;
    private final Directory directory;
    private final Owners owners;
    private final DpiaTexts texts;
    private final ObjectProvider<DpiaAddition> additions;

    DpiaContents(
            Projects projects,
            Directory directory,
            Owners owners,
            DpiaTexts texts,
            ObjectProvider<DpiaAddition> additions) {
        this.texts = texts;
        this.projects = projects;
        this.directory = directory;
        this.owners = owners;
        this.additions = additions;
    }

    /** The content that is the version with this number, if it is kept as it is now. */
    DpiaContent of(Dpia dpia, int number) {
        SharingProject project = projects.get(dpia.reference());
        List<Chapter> chapters = new ArrayList<>();
        DpiaText text = texts.of(dpia);
        chapters.add(parties(project, text));
        chapters.add(text.screening());
        for (DpiaSection section : DpiaSection.values()) {
            chapters.add(withMaps(text.of(section), dpia));
        }
        chapters.removeIf(chapter -> chapter.sections().isEmpty());
        additions
                .orderedStream()
                .forEach(addition -> chapters.addAll(addition.chapters(dpia.reference(), text.answers())));
        text.answers().besides(DpiaPart.codes()).ifPresent(chapters::add);
        advice(dpia).ifPresent(chapters::add);
        decision(dpia, overruled(dpia)).ifPresent(chapters::add);
        return new DpiaContent(
                dpia.reference(), number, project.title(), summary(dpia).facts(), chapters);
    }

    private FactList summary(Dpia dpia) {
        FactList facts = new FactList(WORDS)
                .add(
                        "outcome",
                        againstAdvice(dpia)
                                .map(against -> dpia.headline() + " " + against)
                                .orElse(dpia.headline()));
        dpia.screeningOutcome()
                .ifPresent(outcome -> facts.add(
                        "screening",
                        outcome.label() + ". " + dpia.screeningResult().reason().orElse("")));
        if (!dpia.risks().isEmpty()) {
            facts.add("risks-before-their-measures", RiskCounts.before(dpia.risks()));
            facts.add("risks-with-the-measures-in-place", RiskCounts.withMeasures(dpia.risks()));
        }
        if (!dpia.advice().isEmpty()) {
            facts.add(
                    "advice-of-data-protection-officers",
                    Wording.list(dpia.advice().stream()
                            .map(advice -> directory.nameOf(advice.organisation()) + ": " + view(advice))
                            .toList()));
        }
        if (dpia.isDecided()) {
            dpia.decision().ifPresent(decision -> facts.add("kept-under-review-by", decision.keptUnderReviewBy()));
        }
        return facts;
    }

    /** That it was approved against advice, and by whom; empty when it was not. */
    private Optional<String> againstAdvice(Dpia dpia) {
        if (dpia.status() != DpiaStatus.APPROVED || !dpia.adviceRound().isAgainst()) {
            return Optional.empty();
        }
        String advisers = dpia.advice().stream()
                .filter(OrganisationAdvice::isAgainst)
                .map(advice -> directory.nameOf(advice.organisation()))
                .collect(joining(" and "));
        String who = dpia.adviceRound()
                .overruling()
                .map(overruling -> signed(overruling.by(), overruling.role()))
                .orElseGet(() -> signed(
                        dpia.decided().orElseThrow(),
                        dpia.decision().orElseThrow().approverRole()));
        return Optional.of(WORDS.text("against-advice", Map.of("advisers", advisers, "who", who)));
    }

    /** Who answers for the processing and whom to ask: the head of the Information Commissioner's template. */
    private Chapter parties(SharingProject project, DpiaText text) {
        Organisation lead = directory.get(project.leadOrganisation());
        OrganisationCode partnership = project.onBehalfOf();
        return new Chapter(
                "responsible",
                WORDS.text("responsible"),
                false,
                List.of(Section.of(
                        "responsible",
                        "",
                        new FactList(WORDS)
                                .add("led-by", lead.name())
                                .add("on-behalf-of", partnership == null ? null : directory.nameOf(partnership))
                                .add("organisations-that-take-part", partners(project))
                                .add("data-protection-officer-of-the-lead-organisation", officer(lead))
                                .add(
                                        "contact-for-this-assessment",
                                        text.answers()
                                                .find("dpia-need", "contact")
                                                .map(Answer::words)
                                                .orElse(null))
                                .block())));
    }

    private String partners(SharingProject project) {
        List<String> lines = project.partners().stream().map(this::partner).toList();
        return lines.isEmpty() ? WORDS.text("partners-not-named") : Wording.list(lines);
    }

    private String partner(Partner partner) {
        return directory.nameOf(partner.organisation()) + ": "
                + partner.role().label().toLowerCase(Locale.UK);
    }

    private static @Nullable String officer(Organisation organisation) {
        return Stream.of(
                        organisation.officers().dpoName(),
                        organisation.officers().dpoEmail())
                .filter(Objects::nonNull)
                .reduce((name, address) -> name + ", " + address)
                .orElse(null);
    }

    private static Chapter withMaps(Chapter chapter, Dpia dpia) {
        boolean risks =
                chapter.sections().stream().anyMatch(section -> section.key().equals(DpiaText.RISK));
        if (!risks) {
            return chapter;
        }
        RiskMap map = RiskMap.of(dpia.risks());
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("risk-map", WORDS.text("risk-map"), map.before(), map.after()));
        sections.addAll(chapter.sections());
        return new Chapter(chapter.key(), chapter.title(), chapter.tabular(), sections);
    }

    private Optional<Chapter> advice(Dpia dpia) {
        List<Section> sections =
                dpia.advice().stream().map(advice -> advice(advice, dpia)).toList();
        return sections.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter("advice", WORDS.text("advice-of-officers"), false, sections));
    }

    private Section advice(OrganisationAdvice advice, Dpia dpia) {
        By by = advice.by();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new FactList(WORDS)
                .add("advice", view(advice))
                .add("given-by", by == null ? null : by.name() + ", " + Dates.day(by.on()))
                .add("asked-for-by", advice.reviewBy() == null ? null : Dates.day(advice.reviewBy()))
                .add("summary", advice.summary())
                .block());
        List<List<String>> marks = dpia.adviceRound().marks().stream()
                .filter(marked -> marked.organisation().equals(advice.organisation()))
                .map(this::mark)
                .toList();
        if (!marks.isEmpty()) {
            blocks.add(new Block.Grid(
                    WORDS.text("marks"),
                    List.of(
                            WORDS.text("marks-section"),
                            WORDS.text("marks-mark"),
                            WORDS.text("marks-comment"),
                            WORDS.text("responsible"),
                            WORDS.text("marks-by")),
                    marks));
        }
        return new Section(
                "advice",
                advice.organisation().value(),
                directory.nameOf(advice.organisation()),
                blocks,
                Section.EVERYBODY);
    }

    private static String view(OrganisationAdvice advice) {
        DpoView view = advice.view();
        if (advice.isGiven() && view != null) {
            return view.label();
        }
        return view == null
                ? advice.state().label()
                : WORDS.text(
                        "earlier-view",
                        Map.of(
                                "state",
                                advice.state().label(),
                                "view",
                                view.label().toLowerCase(Locale.UK)));
    }

    private List<String> mark(MarkedSection marked) {
        SectionMark mark = marked.mark();
        LocalDate due = mark.due();
        return List.of(
                marked.section().label(),
                mark.mark().label(),
                Objects.requireNonNullElse(mark.comment(), ""),
                mark.owner() == null ? "" : owners.nameOf(mark.owner()),
                due == null ? "" : Dates.day(due));
    }

    /** Who outside of the assessment advised against what was approved. */
    private List<String> overruled(Dpia dpia) {
        return dpia.status() == DpiaStatus.APPROVED
                ? additions
                        .orderedStream()
                        .flatMap(addition -> addition.advisesAgainst(dpia.reference()).stream())
                        .toList()
                : List.of();
    }

    /** What was decided about the assessment as it is written now. */
    private static Optional<Chapter> decision(Dpia dpia, List<String> overruled) {
        FactList facts = new FactList(WORDS);
        dpia.adviceRound()
                .missingAdvice()
                .ifPresent(missing -> facts.add("why-advice-could-not-be-obtained", missing.reason()));
        dpia.adviceRound().overruling().ifPresent(overruling -> facts.add(
                        "why-advice-was-overruled", overruling.reasons())
                .add("overruled-by", signed(overruling.by(), overruling.role())));
        if (dpia.isDecided()) {
            dpia.decision().ifPresent(decision -> decided(dpia, decision, overruled, facts));
        }
        dpia.screeningResult().whyStillHolds().ifPresent(why -> facts.add("why-it-still-holds", why));
        return facts.facts().isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter(
                        "decision", WORDS.text("decision"), false, List.of(Section.of("decision", "", facts.block()))));
    }

    private static void decided(Dpia dpia, DpiaDecision decision, List<String> overruled, FactList facts) {
        facts.add("decision", decision.decision().label())
                .add("decided-by", signed(dpia.decided().orElseThrow(), decision.approverRole()))
                .add(
                        "reasons",
                        overruled.isEmpty()
                                ? WORDS.text("reasons")
                                : WORDS.text("reasons-against-advice", Map.of("advisers", Wording.and(overruled))),
                        decision.reasons())
                .add("departure-reasons", decision.departureReasons())
                .add("kept-under-review-by", decision.keptUnderReviewBy());
    }

    private static String signed(By by, String role) {
        return WORDS.text("signed", Map.of("person", by.name(), "role", role, "date", Dates.day(by.on())));
    }
}
