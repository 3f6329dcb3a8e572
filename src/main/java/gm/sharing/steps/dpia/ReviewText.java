package gm.sharing.steps.dpia;

import static java.util.stream.Collectors.joining;

import gm.sharing.Dates;
import gm.sharing.consultation.PriorConsultation;
import gm.sharing.consultation.PriorConsultations;
import gm.sharing.dpia.AdviceState;
import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaDecision;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.MarkedSection;
import gm.sharing.dpia.OrganisationAdvice;
import gm.sharing.dpia.SectionMark;
import gm.sharing.dpia.Verdict;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Directory;
import gm.sharing.project.Owners;
import gm.sharing.wording.Words;
import gm.sharing.workflow.form.Markdown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What reviewers said of the assessment, as those read it who mend it or decide on it. */
@Component
class ReviewText {

    private static final Words WORDS = Words.in("dpia/situation");

    private final Directory directory;
    private final Owners owners;
    private final PriorConsultations consultations;

    ReviewText(Directory directory, Owners owners, PriorConsultations consultations) {
        this.directory = directory;
        this.owners = owners;
        this.consultations = consultations;
    }

    /** What is to be mended or improved in a section; empty when nobody asked for anything. */
    Optional<String> comments(Dpia dpia, DpiaSection section) {
        List<String> comments = new ArrayList<>();
        dpia.adviceRound().marksOf(section).forEach(mark -> comment(dpia, mark).ifPresent(comments::add));
        dpia.adviceRound()
                .mendReasons()
                .ifPresent(reasons -> comments.add(Markdown.answer(
                        WORDS.text("signatory")
                                + byWhom(dpia.adviceRound().mendAsked().orElse(null)),
                        reasons)));
        rejection(dpia).ifPresent(comments::add);
        commissioner(dpia, section).ifPresent(comments::add);
        return comments.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", comments));
    }

    /** Who saved the section last and when; empty when nobody did yet. */
    static Optional<String> savedBy(Dpia dpia, DpiaSection section) {
        return Optional.ofNullable(dpia.section(section).saved())
                .map(by -> WORDS.text("saved-by", Map.of("person", by.name(), "moment", by.moment())));
    }

    private Optional<String> comment(Dpia dpia, MarkedSection marked) {
        return Optional.ofNullable(marked.mark().comment()).map(comment -> {
            var by = dpia.adviceRound()
                    .adviceOf(marked.organisation())
                    .map(OrganisationAdvice::by)
                    .orElse(null);
            return Markdown.answer(
                    WORDS.text(
                                    "officers-mark",
                                    Map.of(
                                            "mark", marked.mark().mark().label(),
                                            "organisation", directory.nameOf(marked.organisation())))
                            + byWhom(by),
                    comment + expected(marked.mark()));
        });
    }

    /** Who is to see to it, and by when, as far as the officer said so. */
    private String expected(SectionMark mark) {
        var owner = mark.owner();
        var due = mark.due();
        return (owner == null ? "" : "\n\n" + WORDS.text("owner", Map.of("owner", owners.nameOf(owner))))
                + (due == null ? "" : "\n\n" + WORDS.text("by-when", Map.of("date", Dates.day(due))));
    }

    /** Why the signatory rejected the assessment that is being revised. */
    private static Optional<String> rejection(Dpia dpia) {
        return dpia.decision()
                .filter(decision -> decision.decision() == Verdict.REJECT)
                .map(DpiaDecision::reasons)
                .map(reasons -> Markdown.answer(
                        WORDS.text("rejected") + byWhom(dpia.decided().orElse(null)), reasons));
    }

    /** What the Information Commissioner advised, until the section was saved again. */
    private Optional<String> commissioner(Dpia dpia, DpiaSection section) {
        By saved = dpia.section(section).saved();
        return consultations
                .find(dpia.reference())
                .filter(consultation -> consultation
                        .decided()
                        .filter(by -> saved == null || by.at().isAfter(saved.at()))
                        .isPresent())
                .map(ReviewText::consultation);
    }

    private static String consultation(PriorConsultation consultation) {
        return Stream.concat(
                        consultation.advice().stream()
                                .map(advice -> Markdown.answer(WORDS.text("commissioner"), advice.advice())),
                        consultation.outcome().stream()
                                .map(outcome -> Markdown.answer(
                                        outcome.outcome().label()
                                                + byWhom(consultation.decided().orElse(null)),
                                        outcome.measures() == null
                                                ? outcome.reasons()
                                                : outcome.reasons() + "\n\n" + outcome.measures())))
                .collect(joining("\n\n"));
    }

    /** What every data protection officer advised, or that one did not in time. */
    String advice(Dpia dpia) {
        return dpia.advice().stream().map(this::advice).collect(joining("\n\n"));
    }

    private String advice(OrganisationAdvice advice) {
        String name = directory.nameOf(advice.organisation());
        var view = advice.view();
        String summary = advice.summary();
        if (advice.isGiven() && view != null && summary != null) {
            return Markdown.answer(name + ": " + view.label() + byWhom(advice.by()), summary);
        }
        return Markdown.answer(
                name + ": " + advice.state().label(),
                asked(advice.state() == AdviceState.UNANSWERED, advice.reviewBy()));
    }

    /** What the officer advised when asked before, with the comments on the sections. */
    String lastAdvice(Dpia dpia, OrganisationAdvice advice) {
        String comments = dpia.adviceRound().marks().stream()
                .filter(mark -> mark.organisation().equals(advice.organisation()))
                .filter(mark -> mark.mark().comment() != null)
                .map(mark -> WORDS.text(
                        "mark",
                        Map.of(
                                "section", mark.section().label(),
                                "mark", mark.mark().mark().label(),
                                "comment", String.valueOf(mark.mark().comment()))))
                .collect(joining("\n\n"));
        var view = advice.view();
        return Markdown.answer(
                (view == null ? "" : view.label()) + byWhom(advice.by()),
                advice.summary() + (comments.isEmpty() ? "" : "\n\n" + comments));
    }

    private static String asked(boolean unanswered, @Nullable LocalDate reviewBy) {
        return reviewBy == null
                ? WORDS.text(unanswered ? "unanswered-without-day" : "asked-without-day")
                : WORDS.text(unanswered ? "unanswered" : "asked", Map.of("date", Dates.day(reviewBy)));
    }

    private static String byWhom(@Nullable By by) {
        return by == null ? "" : " " + WORDS.text("by-whom", Map.of("person", by.name(), "date", Dates.day(by.on())));
    }
}
