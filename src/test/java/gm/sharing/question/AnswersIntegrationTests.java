package gm.sharing.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.DemoApplication;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** What is kept of answers to questions that no rule reads. */
@DemoApplication
@Transactional
class AnswersIntegrationTests {

    private static final ProjectReference PROJECT = new ProjectReference("SJ-2026-0999");
    private static final OrganisationCode BOLTON = new OrganisationCode("bolton");
    private static final Person LENA = new Person("lena", "Lena Lead", "", Set.of("project-leads", "org-manchester"));

    @Autowired
    Answers answers;

    @Test
    void keepsTheNewestAnswerToAQuestionInForceInTheOrderOfTheForm() {
        keep("describe-needs", text("why", 2, InDocument.NONE, ""), "Because");
        keep("describe-needs", text("how", 1, InDocument.NONE, ""), "By hand");
        keep("describe-needs", text("why", 2, InDocument.NONE, ""), "Because we must");

        assertThat(answers.inForce(PROJECT)).extracting(Answer::words).containsExactly("By hand", "Because we must");
        assertThat(answers.find(PROJECT, null, "describe-needs", "why")).hasValueSatisfying(answer -> {
            assertThat(answer.whoName()).isEqualTo("Lena Lead");
            assertThat(answer.whoRoles()).isNotEmpty();
            assertThat(answer.question().label()).isEqualTo("Label of why");
        });
    }

    @Test
    void hasNoAnswerInForceOnceAQuestionIsLeftOpenAgain() {
        keep("describe-needs", text("why", 1, InDocument.NONE, ""), "Because");
        keep("describe-needs", text("why", 1, InDocument.NONE, ""), null);
        keep("describe-needs", text("never", 2, InDocument.NONE, ""), null);

        assertThat(answers.inForce(PROJECT)).isEmpty();
    }

    @Test
    void keepsWhatPartnersAnswerApartAndOutOfDocuments() {
        answers.keep(
                PROJECT,
                new Step(BOLTON, "Task_ReviewAgreement", "1"),
                List.of(Given.of(text("who", 1, InDocument.BOTH, ""), "Bolton's")),
                LENA);
        answers.keep(
                PROJECT,
                new Step(new OrganisationCode("bury"), "Task_ReviewAgreement", "2"),
                List.of(Given.of(text("who", 1, InDocument.BOTH, ""), "Bury's")),
                LENA);

        assertThat(answers.find(PROJECT, BOLTON, "describe-needs", "who"))
                .hasValueSatisfying(answer -> assertThat(answer.value()).isEqualTo("Bolton's"));
        assertThat(answers.find(PROJECT, null, "describe-needs", "who")).isEmpty();
        assertThat(answers.in(InDocument.AGREEMENT, PROJECT).answers()).isEmpty();
    }

    /** Two reviewers answer one form in tasks of their own; neither writes over the other. */
    @Test
    void keepsWhatIsAnsweredInAnotherStepBesideIt() {
        var first = new Step(BOLTON, "Task_ReviewAgreement", "1");
        var second = new Step(BOLTON, "Task_SecondReview", "2");
        answers.keep(PROJECT, first, List.of(Given.of(text("who", 1, InDocument.NONE, ""), "The officer")), LENA);
        answers.keep(PROJECT, second, List.of(Given.of(text("who", 1, InDocument.NONE, ""), null)), LENA);

        assertThat(answers.inForce(PROJECT)).extracting(Answer::words).containsExactly("The officer");
        assertThat(answers.of(PROJECT, second, "describe-needs")).isEmpty();

        answers.keep(PROJECT, second, List.of(Given.of(text("who", 1, InDocument.NONE, ""), "The guardian")), LENA);

        assertThat(answers.inForce(PROJECT)).extracting(Answer::words).containsExactly("The officer", "The guardian");
        assertThat(answers.of(PROJECT, first, "describe-needs"))
                .extracting(Answer::words)
                .containsExactly("The officer");
    }

    @Test
    void closesWhatTheFormNoLongerAsksOnceItIsAnsweredAnew() {
        keep("describe-needs", text("gone", 1, InDocument.AGREEMENT, ""), "Old");
        keep("describe-needs", text("stays", 2, InDocument.AGREEMENT, ""), "New");

        answers.closeAllBut(Set.of("stays"), PROJECT, new Step(null, "describe-needs", "2"), "describe-needs", LENA);

        assertThat(answers.in(InDocument.AGREEMENT, PROJECT).answers())
                .extracting(Answer::words)
                .containsExactly("New");
    }

    @Test
    void placesAnswersInThePartThatTheyNameAndTheRestAtTheEnd() {
        keep("describe-needs", text("why", 1, InDocument.BOTH, "rights"), "For rights");
        keep("describe-needs", text("how", 2, InDocument.AGREEMENT, ""), "At the end");
        keep("describe-needs", text("risk", 3, InDocument.DPIA, "rights"), "In the DPIA");
        keep("describe-needs", text("note", 4, InDocument.NONE, ""), "Nowhere");

        FurtherAnswers agreement = answers.in(InDocument.AGREEMENT, PROJECT);

        assertThat(agreement.in("rights"))
                .extracting(section -> section.title())
                .containsExactly("Heading of why");
        assertThat(agreement.besides(Set.of("rights")).orElseThrow().sections())
                .extracting(section -> section.text())
                .containsExactly("At the end");
        assertThat(answers.in(InDocument.DPIA, PROJECT).answers()).hasSize(2);
    }

    @Test
    void keepsTheProcessesApartThatPeopleStartOnTheProject() {
        Question fit = text("fit", 1, InDocument.AGREEMENT, "");
        answers.keep(PROJECT, Step.start("one"), List.of(Given.of(fit, "First")), LENA);
        answers.keep(PROJECT, new Step(null, "again", "2", "two"), List.of(Given.of(fit, "Second")), LENA);
        answers.keep(PROJECT, new Step(null, "again", "1", "one"), List.of(Given.of(fit, "First again")), LENA);

        assertThat(answers.inForce(PROJECT))
                .extracting(Answer::run, Answer::value)
                .containsExactlyInAnyOrder(tuple("one", "First again"), tuple("two", "Second"));
        assertThat(answers.find(PROJECT, "two", null, "describe-needs", "fit"))
                .hasValueSatisfying(answer -> assertThat(answer.value()).isEqualTo("Second"));
        for (String other : Arrays.asList("three", null)) {
            assertThat(answers.find(PROJECT, other, null, "describe-needs", "fit"))
                    .as("the newest, of any")
                    .hasValueSatisfying(answer -> assertThat(answer.value()).isEqualTo("First again"));
        }
        assertThat(answers.in(InDocument.AGREEMENT, PROJECT).answers())
                .extracting(Answer::value)
                .containsExactly("First again");
        assertThat(answers.of(PROJECT, Step.start("three"), "describe-needs")).isEmpty();
    }

    @Test
    void keepsOptionsAndRowsAsTheyWereCalledThen() {
        Question choices = question("choices", AnswerKind.CHOICES);
        Question rows = question("rows", AnswerKind.ROWS);
        answers.keep(
                PROJECT,
                Step.START,
                List.of(
                        new Given(choices, "[\"a\",\"b\"]", List.of("Option A", "Option B"), null),
                        new Given(
                                rows,
                                "[{\"name\":\"Ann\",\"note\":null}]",
                                List.of(),
                                new AnswerTable(
                                        List.of("name", "note"), List.of("Name", "Note"), List.of(List.of("Ann", "")))),
                        new Given(question("truth", AnswerKind.TRUTH), "true", List.of(), null),
                        new Given(question("day", AnswerKind.DATE), "2027-03-04", List.of(), null),
                        new Given(question("number", AnswerKind.NUMBER), "1E+3", List.of(), null)),
                LENA);

        assertThat(answers.inForce(PROJECT))
                .extracting(Answer::words)
                .containsExactly("- Option A\n- Option B", "1: Ann", "Yes", "4 March 2027", "1000");
    }

    @Test
    void keepsThirtyThousandCharactersOfAnyScript() {
        String text = "کھ✅é".repeat(6_000);
        keep("describe-needs", text("long", 1, InDocument.NONE, ""), text);

        assertThat(answers.inForce(PROJECT)).extracting(Answer::value).containsExactly(text);
    }

    private void keep(String form, Question question, String value) {
        answers.keep(PROJECT, new Step(null, form, "1"), List.of(Given.of(question, value)), LENA);
    }

    private static Question text(String key, int position, InDocument document, String part) {
        return new Question(
                "describe-needs",
                "Describe needs",
                key,
                "Label of " + key,
                "Heading of " + key,
                AnswerKind.TEXT,
                position,
                1,
                document,
                part,
                "");
    }

    private static Question question(String key, AnswerKind kind) {
        return new Question("own-form", "Own form", key, key, key, kind, 1, 1, InDocument.NONE, "", "");
    }
}
