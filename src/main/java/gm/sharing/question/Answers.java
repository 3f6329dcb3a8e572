package gm.sharing.question;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was answered to questions that no rule reads. The newest answer to a question is in force; earlier ones are kept. */
@Service("keptAnswers") // models know another bean as answers
@Transactional
public class Answers {

    private final StoredAnswers answers;
    private final NewAnswers rows;
    private final Clock clock;

    Answers(StoredAnswers answers, NewAnswers rows, Clock clock) {
        this.answers = answers;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Keeps what somebody answered on a form. That a question is left open is kept when it had been answered before, or when
     * another process of the same kind may have answered it.
     */
    public void keep(ProjectReference reference, Step step, Collection<Given> given, Person by) {
        if (given.isEmpty()) {
            return;
        }
        boolean someLeftOpen = step.run() == null && given.stream().anyMatch(one -> one.value() == null);
        Set<String> earlier = someLeftOpen
                ? answered(reference, step, given.iterator().next().question().form())
                        .map(StoredAnswer::questionKey)
                        .collect(Collectors.toSet())
                : Set.of();
        rows.add(
                given.stream()
                        .filter(one -> one.value() != null
                                || step.run() != null
                                || earlier.contains(one.question().key()))
                        .toList(),
                reference,
                step,
                by,
                clock.instant());
    }

    /**
     * Leaves open what the form no longer asks: documents written from now on do not say it any more.
     *
     * @param asked the keys of what it asks
     */
    public void closeAllBut(Set<String> asked, ProjectReference reference, Step step, String form, Person by) {
        rows.add(
                answered(reference, step, form)
                        .filter(answer -> !asked.contains(answer.questionKey()))
                        .map(StoredAnswer::leftOpen)
                        .toList(),
                reference,
                step,
                by,
                clock.instant());
    }

    private Stream<StoredAnswer> answered(ProjectReference reference, Step step, String form) {
        return answers.findInForce(reference.value(), form).stream()
                .filter(StoredAnswer::isAnswered)
                .filter(answer -> answer.isOf(step));
    }

    /** Every answer in force, form by form, in the order in which the forms ask. */
    @Transactional(readOnly = true)
    public List<Answer> inForce(ProjectReference reference) {
        return read(answers.findInForce(reference.value()));
    }

    /**
     * The answers in force that stand in a document, of several processes those of the newest. What is about one partner stands in
     * none, because everybody in the project reads them.
     */
    @Transactional(readOnly = true)
    public FurtherAnswers in(InDocument document, ProjectReference reference) {
        Map<String, Answer> newest = new LinkedHashMap<>();
        inForce(reference).stream()
                .filter(answer -> answer.subject() == null)
                .forEach(answer -> newest.merge(
                        answer.question().form() + "/" + answer.question().key(), answer, Answers::newer));
        return new FurtherAnswers(newest.values().stream()
                .filter(answer -> answer.question().document().includes(document))
                .toList());
    }

    /**
     * The answers in force that one form was given in one step, in its order.
     *
     * @param step of which the task itself plays no part
     */
    @Transactional(readOnly = true)
    public List<Answer> of(ProjectReference reference, Step step, String form) {
        return answered(reference, step, form).map(StoredAnswer::answer).toList();
    }

    /** What the answers about the project to one form say in force, by the keys of its questions. */
    @Transactional(readOnly = true)
    public Map<String, String> said(ProjectReference reference, String form) {
        return of(reference, (OrganisationCode) null, form).stream()
                .collect(Collectors.toMap(answer -> answer.question().key(), Answer::words, (one, other) -> other));
    }

    private List<Answer> of(ProjectReference reference, @Nullable OrganisationCode subject, String form) {
        return read(answers.findInForce(reference.value(), form)).stream()
                .filter(answer -> Objects.equals(answer.subject(), subject))
                .toList();
    }

    /**
     * The answer in force to one question: of the process that asks for it, also when it left the question open, or else of the
     * nearest; the newest, when several steps ask it.
     *
     * @param run as in {@link Step}
     */
    @Transactional(readOnly = true)
    public Optional<Answer> find(
            ProjectReference reference,
            @Nullable String run,
            @Nullable OrganisationCode subject,
            String form,
            String key) {
        return answers.findInForce(reference.value(), form).stream()
                .filter(answer ->
                        answer.isAbout(subject) && answer.questionKey().equals(key))
                .filter(answer -> answer.isAnswered() || answer.isOfRun(run))
                .reduce((one, other) -> {
                    int nearer = Integer.compare(one.nearness(run), other.nearness(run));
                    return nearer == 0 ? newer(one, other) : nearer > 0 ? one : other;
                })
                .filter(StoredAnswer::isAnswered)
                .map(StoredAnswer::answer);
    }

    /** As above, for what belongs to the project's own journey. */
    @Transactional(readOnly = true)
    public Optional<Answer> find(
            ProjectReference reference, @Nullable OrganisationCode subject, String form, String key) {
        return find(reference, null, subject, form, key);
    }

    /** Of two of the same moment the later of the list. */
    private static Answer newer(Answer one, Answer other) {
        return other.at().isBefore(one.at()) ? one : other;
    }

    private static StoredAnswer newer(StoredAnswer one, StoredAnswer other) {
        return other.isBefore(one) ? one : other;
    }

    private static List<Answer> read(List<StoredAnswer> stored) {
        return stored.stream()
                .filter(StoredAnswer::isAnswered)
                .map(StoredAnswer::answer)
                .toList();
    }
}
