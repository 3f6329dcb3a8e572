package gm.sharing.journey;

import gm.sharing.Dates;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.question.Answer;
import gm.sharing.question.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was answered, as far as a person may read it, form by form. */
@Component
class AnsweredForms {

    private final Answers answers;
    private final Directory directory;
    private final SentSteps sent;

    AnsweredForms(Answers answers, Directory directory, SentSteps sent) {
        this.answers = answers;
        this.directory = directory;
        this.sent = sent;
    }

    /** The forms that describe the project, each with a page of its answers, for those who see drafts. */
    List<SentStep> sent(ProjectAccess access) {
        return access.maySeeDrafts() ? sent.of(access.project().reference()) : List.of();
    }

    /**
     * What was answered to questions that no rule reads, form by form. What is about a partner is for those who see its sign-off in
     * full, what is about the project for those who see drafts.
     *
     * @param sentSteps the forms that describe the project, whose titles are theirs here too
     */
    List<AnsweredForm> of(ProjectAccess access, List<SentStep> sentSteps) {
        Map<String, String> titles = sentSteps.stream().collect(Collectors.toMap(SentStep::form, SentStep::name));
        Map<Key, List<Answer>> forms = answers.inForce(access.project().reference()).stream()
                .filter(answer -> access.knowsOf(answer.at()))
                .filter(answer ->
                        answer.subject() == null ? access.maySeeDrafts() : access.maySeeReviewOf(answer.subject()))
                .collect(Collectors.groupingBy(
                        answer -> new Key(answer.question().form(), answer.subject(), answer.run()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return forms.values().stream().map(given -> form(given, titles)).toList();
    }

    private AnsweredForm form(List<Answer> given, Map<String, String> titles) {
        Answer latest = given.get(given.size() - 1);
        OrganisationCode subject = latest.subject();
        return new AnsweredForm(
                titles.getOrDefault(latest.question().form(), latest.question().formTitle()),
                subject == null ? null : directory.nameOf(subject),
                latest.run() == null ? null : Dates.day(latest.at()),
                given.stream().map(AnsweredForms::line).toList());
    }

    private static AnsweredForm.Line line(Answer answer) {
        return new AnsweredForm.Line(
                answer.question().heading(), answer.words(), answer.whoName() + ", " + Dates.moment(answer.at()));
    }

    private record Key(String form, @Nullable OrganisationCode subject, @Nullable String run) {}
}
