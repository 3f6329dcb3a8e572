package gm.sharing.consultation;

import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import gm.sharing.dpia.By;
import gm.sharing.dpia.DpiaAddition;
import gm.sharing.project.ProjectReference;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds the consultations of the Information Commissioner to the assessment. */
@Component
@Order(1)
class ConsultationInDpia implements DpiaAddition {

    private final PriorConsultations consultations;

    ConsultationInDpia(PriorConsultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public List<Chapter> chapters(ProjectReference reference) {
        List<Section> sections = consultations.of(reference).stream()
                .map(ConsultationInDpia::section)
                .toList();
        return sections.isEmpty()
                ? List.of()
                : List.of(new Chapter("Prior consultation of the Information Commissioner", false, sections));
    }

    @Override
    public List<Fact> publicFacts(ProjectReference reference) {
        return consultations
                .find(reference)
                .map(last -> List.of(new Fact("Prior consultation of the Information Commissioner", inShort(last))))
                .orElse(List.of());
    }

    /** Of the last consultation; what was exchanged with the Commissioner stays with those who take part. */
    private static String inShort(PriorConsultation last) {
        return "About risks that stay high with the measures in place. "
                + last.advice()
                        .map(advice -> "The Commissioner advised on " + Wording.date(advice.advisedOn()) + ": "
                                + advice.view().label() + ".")
                        .orElse(last.state().label() + ".")
                + last.outcome()
                        .map(outcome -> " What followed: " + outcome.outcome().label() + ".")
                        .orElse("");
    }

    private static Section section(PriorConsultation consultation) {
        FactList facts = new FactList()
                .add("State", consultation.state().label())
                .add(
                        "About the risks",
                        consultation.risks().stream()
                                .map(number -> "R" + number)
                                .collect(Collectors.joining(", ")));
        consultation
                .requests()
                .forEach(request -> facts.add("Request of " + Wording.date(request.submittedOn()), request(request)));
        consultation
                .questions()
                .forEach(question ->
                        facts.add("Information asked for on " + Wording.date(question.askedOn()), question(question)));
        consultation
                .extension()
                .ifPresent(extension ->
                        facts.add("More time taken on " + Wording.date(extension.toldOn()), extension.reasons()));
        consultation
                .advice()
                .ifPresentOrElse(
                        advice -> facts.add(
                                "Advice of " + Wording.date(advice.advisedOn()),
                                advice.view().label() + ".\n\n" + advice.advice()),
                        () -> facts.add(
                                "Advice is due by",
                                consultation.adviceDue().map(Wording::date).orElse(null)));
        consultation.outcome().ifPresent(outcome -> {
            facts.add(
                    "What followed",
                    outcome.outcome().label() + by(consultation.decided().orElse(null)));
            facts.add("Reasons", outcome.reasons());
            facts.add("What is done about the advice", outcome.measures());
        });
        return new Section(
                "prior-consultation",
                Integer.toString(consultation.number()),
                "Consultation " + consultation.number(),
                List.of(facts.block()),
                Section.EVERYBODY);
    }

    private static String request(Request request) {
        Acceptance.Answer answer = request.acceptance();
        return request.regime().label() + ". "
                + (answer == null ? "No answer yet." : answer.label() + on(request.answeredOn()) + ".")
                + said(" The Commissioner’s reference is ", request.icoReference(), ".")
                + said("\n\nAlso sent: ", request.alsoSent(), "")
                + said("\n\nThe Commissioner’s explanation: ", request.explanation(), "");
    }

    private static String question(Question question) {
        return question.question()
                + said("\n\nThe Commissioner had it", on(question.receivedOn()), ". ")
                + said("", question.answer(), "");
    }

    private static String on(@Nullable LocalDate day) {
        return day == null ? "" : " on " + Wording.date(day);
    }

    private static String by(@Nullable By by) {
        return by == null ? "" : " (" + by.name() + ", " + Wording.date(by.on()) + ")";
    }

    private static String said(String before, @Nullable String words, String after) {
        return words == null || words.isEmpty() ? "" : before + words + after;
    }
}
