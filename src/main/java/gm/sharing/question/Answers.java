package gm.sharing.question;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was answered to questions that no rule reads. The newest answer to a question is in force; earlier ones are kept. */
@Service("keptAnswers") // models know another bean as answers
@Transactional
public class Answers {

    private final StoredAnswers answers;
    private final Clock clock;

    Answers(StoredAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /** Keeps what somebody answered on a form. That a question is left open is kept when it had been answered before. */
    public void keep(ProjectReference reference, Step step, Collection<Given> given, Person by) {
        if (given.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        String subject = step.subject() == null ? "" : step.subject().value();
        boolean someLeftOpen = given.stream().anyMatch(one -> one.value() == null);
        List<StoredAnswer> earlier = someLeftOpen
                ? answers.findInForce(
                        reference.value(), given.iterator().next().question().form())
                : List.of();
        for (Given one : given) {
            if (one.value() != null
                    || earlier.stream()
                            .anyMatch(answer -> answer.isAnswered() && answer.isAbout(subject, one.question()))) {
                answers.save(new StoredAnswer(reference, step, one, by, now));
            }
        }
    }

    /** Every answer in force, form by form, in the order in which the forms ask. */
    @Transactional(readOnly = true)
    public List<Answer> inForce(ProjectReference reference) {
        return read(answers.findInForce(reference.value()));
    }

    /**
     * The answers in force that stand in a document. What is about one partner stands in none, because everybody in the
     * project reads them.
     */
    @Transactional(readOnly = true)
    public FurtherAnswers in(InDocument document, ProjectReference reference) {
        return new FurtherAnswers(inForce(reference).stream()
                .filter(answer -> answer.subject() == null)
                .filter(answer -> answer.question().document().includes(document))
                .toList());
    }

    /**
     * The answers in force that one form was given, in its order.
     *
     * @param subject null when they are about the project
     */
    @Transactional(readOnly = true)
    public List<Answer> of(ProjectReference reference, @Nullable OrganisationCode subject, String form) {
        return read(answers.findInForce(reference.value(), form)).stream()
                .filter(answer -> Objects.equals(answer.subject(), subject))
                .toList();
    }

    /** The answer in force to one question. */
    @Transactional(readOnly = true)
    public Optional<Answer> find(
            ProjectReference reference, @Nullable OrganisationCode subject, String form, String key) {
        return of(reference, subject, form).stream()
                .filter(answer -> answer.question().key().equals(key))
                .findFirst();
    }

    private static List<Answer> read(List<StoredAnswer> stored) {
        return stored.stream()
                .filter(StoredAnswer::isAnswered)
                .map(StoredAnswer::answer)
                .toList();
    }
}
