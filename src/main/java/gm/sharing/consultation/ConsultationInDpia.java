package gm.sharing.consultation;

import gm.sharing.Dates;
import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.FactList;
import gm.sharing.document.Section;
import gm.sharing.dpia.DpiaAddition;
import gm.sharing.project.ProjectReference;
import gm.sharing.question.FurtherAnswers;
import gm.sharing.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds the consultations of the Information Commissioner to the assessment. */
@Component
@Order(1)
class ConsultationInDpia implements DpiaAddition {

    private static final Words WORDS = Words.in("consultation/facts");

    private final PriorConsultations consultations;

    ConsultationInDpia(PriorConsultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public List<Chapter> chapters(ProjectReference reference, FurtherAnswers answers) {
        List<Section> sections = consultations.of(reference).stream()
                .map(ConsultationInDpia::section)
                .toList();
        return sections.isEmpty()
                ? List.of()
                : List.of(new Chapter("prior-consultation", WORDS.text("chapter"), false, sections));
    }

    @Override
    public List<Fact> publicFacts(ProjectReference reference) {
        return consultations.find(reference).map(last -> List.of(inShort(last))).orElse(List.of());
    }

    /** Of the last consultation; what was exchanged with the Commissioner stays with those who take part. */
    private static Fact inShort(PriorConsultation last) {
        Optional<String> advice = last.advice()
                .map(given -> WORDS.text(
                        "advised",
                        Map.of(
                                "date",
                                Dates.day(given.advisedOn()),
                                "view",
                                given.view().label())));
        Optional<String> outcome = last.outcome().map(Outcome::outcome).map(followed -> followed.label() + ".");
        return new Fact(
                "prior-consultation",
                WORDS.text("prior-consultation"),
                Stream.of(
                                Optional.of(WORDS.text("stay-high")),
                                advice.or(() -> Optional.of(last.state().label() + ".")),
                                outcome)
                        .flatMap(Optional::stream)
                        .reduce((some, more) -> some + " " + more)
                        .orElseThrow());
    }

    /** When what happened, then what was written in it. */
    private static Section section(PriorConsultation consultation) {
        FactList facts = new FactList(WORDS);
        ConsultationFacts.of(consultation).forEach(facts::add);
        consultation.requests().forEach(request -> facts.add("also-sent-to-the-commissioner", request.alsoSent())
                .add("ico-explanation", request.explanation()));
        consultation.questions().forEach(question -> facts.add("what-the-commissioner-asked", question.question())
                .add("what-the-commissioner-was-told", question.answer()));
        consultation
                .extension()
                .ifPresent(extension -> facts.add("why-the-commissioner-takes-longer", extension.reasons()));
        consultation.advice().ifPresent(advice -> facts.add("what-the-commissioner-advised", advice.advice()));
        consultation.outcome().ifPresent(outcome -> facts.add("reasons-for-the-outcome", outcome.reasons())
                .add("what-is-done-about-the-advice", outcome.measures()));
        return new Section(
                "prior-consultation",
                Integer.toString(consultation.number()),
                WORDS.text("consultation", Map.of("number", consultation.number())),
                List.of(facts.block()),
                Section.EVERYBODY);
    }
}
