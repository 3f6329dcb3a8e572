package gm.sharing.consultation;

import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.document.Wording;
import gm.sharing.dpia.DpiaAddition;
import gm.sharing.project.ProjectReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
                : List.of(new Chapter(
                        "prior-consultation", "Prior consultation with the Information Commissioner", false, sections));
    }

    @Override
    public List<Fact> publicFacts(ProjectReference reference) {
        return consultations.find(reference).map(last -> List.of(inShort(last))).orElse(List.of());
    }

    /** Of the last consultation; what was exchanged with the Commissioner stays with those who take part. */
    private static Fact inShort(PriorConsultation last) {
        Optional<String> advice = last.advice().map(given -> "The Commissioner advised on %s: %s."
                .formatted(Wording.date(given.advisedOn()), given.view().label()));
        Optional<String> outcome = last.outcome().map(Outcome::outcome).map(followed -> followed.label() + ".");
        return new Fact(
                "prior-consultation",
                "Prior consultation with the Information Commissioner",
                Stream.of(
                                Optional.of("Risks stay high with the measures in place."),
                                advice.or(() -> Optional.of(last.state().label() + ".")),
                                outcome)
                        .flatMap(Optional::stream)
                        .reduce((some, more) -> some + " " + more)
                        .orElseThrow());
    }

    /** When what happened, then what was written in it. */
    private static Section section(PriorConsultation consultation) {
        FactList facts = new FactList();
        ConsultationFacts.of(consultation).forEach(facts::add);
        consultation.requests().forEach(request -> facts.add(
                        "also-sent-to-the-commissioner", "Also sent to the Commissioner", request.alsoSent())
                .add("ico-explanation", "The Commissioner's explanation", request.explanation()));
        consultation.questions().forEach(question -> facts.add(
                        "what-the-commissioner-asked", "What the Commissioner asked", question.question())
                .add("what-the-commissioner-was-told", "What the Commissioner was told", question.answer()));
        consultation
                .extension()
                .ifPresent(extension -> facts.add(
                        "why-the-commissioner-takes-longer", "Why the Commissioner takes longer", extension.reasons()));
        consultation
                .advice()
                .ifPresent(advice ->
                        facts.add("what-the-commissioner-advised", "What the Commissioner advised", advice.advice()));
        consultation.outcome().ifPresent(outcome -> facts.add(
                        "reasons-for-the-outcome", "Reasons for the outcome", outcome.reasons())
                .add("what-is-done-about-the-advice", "What is done about the advice", outcome.measures()));
        return new Section(
                "prior-consultation",
                Integer.toString(consultation.number()),
                "Consultation " + consultation.number(),
                List.of(facts.block()),
                Section.EVERYBODY);
    }
}
