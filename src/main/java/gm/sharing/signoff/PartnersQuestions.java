package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.absence.Deputies;
import gm.sharing.organisation.By;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions that partners ask the lead before they decide. The partner, the lead organisation and the Board read them. */
@Service
@Transactional
public class PartnersQuestions {

    private static final Words EVENTS = Words.in("sign-off/events");

    private final SignOffLedger ledger;
    private final FourEyesRule fourEyes;
    private final People people;
    private final Deputies deputies;
    private final Clock clock;

    PartnersQuestions(SignOffLedger ledger, FourEyesRule fourEyes, People people, Deputies deputies, Clock clock) {
        this.ledger = ledger;
        this.fourEyes = fourEyes;
        this.people = people;
        this.deputies = deputies;
        this.clock = clock;
    }

    /**
     * Somebody who has to decide at this step asks the lead first; the partner's clock stands still from now on.
     *
     * @param office in which the person has the task
     */
    public void ask(SignOffId id, Step step, Role office, String question, Person by) {
        var rule = fourEyes.of(id);
        var signOff = ledger.change(
                id,
                asked -> asked.ask(QuestionToLead.asked(step, office, question, By.of(by, clock.instant())), by, rule));
        ledger.record(
                signOff,
                by.id(),
                "signoff.question-asked",
                EVENTS.text(
                        "question-asked",
                        Map.of(
                                "partner", ledger.name(signOff),
                                "version", signOff.agreedVersion(),
                                "question", question)));
    }

    /**
     * The lead answers the question that waits.
     *
     * @throws Refused for anybody else, when no question waits, and when the partner's sign-off has ended
     */
    public void answer(SignOffId id, String answer, Person by) {
        if (!ledger.isLedBy(id, by)) {
            throw new Refused("Only the project’s lead answers the questions of partners.");
        }
        var signOff = ledger.change(id, asked -> asked.answer(answer, By.of(by, clock.instant())));
        ledger.record(
                signOff,
                by.id(),
                "signoff.question-answered",
                EVENTS.text(
                        "question-answered",
                        Map.of(
                                "partner", ledger.name(signOff),
                                "version", signOff.agreedVersion(),
                                "answer", answer)));
    }

    /** The id of the person who asked last. */
    @Transactional(readOnly = true)
    public String lastAsker(SignOffId id) {
        return ledger.get(id).questions().all().stream()
                .reduce((earlier, later) -> later)
                .map(question -> question.by().person())
                .orElse("");
    }

    /** Whether whoever asked last can go on: is not away today, and holds the role still. */
    @Transactional(readOnly = true)
    public boolean askerIsThere(SignOffId id) {
        return ledger.get(id).questions().all().stream()
                .reduce((earlier, later) -> later)
                .filter(question -> people.find(question.by().person())
                        .filter(asker -> asker.holds(question.askedAs(), id.partner()))
                        .isPresent())
                .filter(question ->
                        deputies.amongThoseAway(List.of(question.by().person())).isEmpty())
                .isPresent();
    }
}
