package gm.sharing.journeys;

import static gm.sharing.Changed.changed;
import static gm.sharing.journeys.Answers.countersignature;
import static gm.sharing.journeys.Answers.review;
import static gm.sharing.journeys.Answers.signature;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gm.sharing.dpia.AssessedProjects;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.Flow;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.SignOffState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** The Caldicott Guardian and the second signatory answer once for several organisations, and after a question to the lead too. */
@Tag("one-database")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class AnswersOfOtherOfficesForManyIntegrationTests extends ActingForOthers {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String AGREE = "Task_AgreeConfidentialUse";
    private static final String SECOND = "Task_CountersignAgreement";
    private static final String ANSWER = "Task_AnswerQuestion";
    private static final String OFFICER = "ig.bolton";
    private static final String GUARDIAN = "caldicott.bolton";
    private static final String FIRST_SIGNATORY = "signatory.bolton";
    private static final String SECOND_SIGNATORY = "signatory2.bolton";

    private OrganisationCode one;
    private OrganisationCode two;
    private OrganisationCode three;
    private ProjectReference project;

    @BeforeEach
    void askThreeClubsForWhichBoltonActs() {
        var number = COUNT.incrementAndGet();
        one = new OrganisationCode("office" + number + "a");
        two = new OrganisationCode("office" + number + "b");
        three = new OrganisationCode("office" + number + "c");
        clubs(one, two, three);
        project = sentOut(List.of(MANCHESTER, one, two, three));
    }

    /** Confidential, so that Guardians decide. */
    @Override
    Flow flow(OrganisationCode from, List<OrganisationCode> to) {
        return changed(
                super.flow(from, to),
                "article9",
                "9(2)(h)",
                "schedule1",
                "sch1-part1-2",
                "confidentialCare",
                true,
                "confidentiality",
                "implied-consent",
                "optOut",
                "own-care");
    }

    /** A high risk remains, as after a prior consultation, so that two sign. */
    @Override
    void assess(ProjectReference project) {
        AssessedProjects.approve(dpias, project);
        assertThat(database.update("update dpia_risk set residual_level = 'HIGH' where reference = ?", project.value()))
                .isEqualTo(1);
    }

    @Test
    void theGuardianAgreesForThoseThatAreNotExcepted() {
        reviewed();

        assertThat(offered(task(project, one, AGREE), GUARDIAN)).containsExactly(two.value(), three.value());
        assertThat(handIn(task(project, one, AGREE), GUARDIAN, with(agreement(), "alsoFor", List.of(two.value()))))
                .isEqualTo("");

        awaited(one, SIGN);
        awaited(two, SIGN);
        assertThat(offered(awaited(three, AGREE), GUARDIAN)).isEmpty();
        assertThat(recorded("signoff.confidential-use-decided"))
                .hasSize(2)
                .allMatch(what -> what.contains("(consent: Ada Chair, chair, on 12 January 2026)"));
    }

    @Test
    void anotherSignatorySignsForThoseThatAreNotExcepted() {
        signedOnce();

        assertThat(offered(awaited(one, SECOND), SECOND_SIGNATORY)).containsExactly(two.value(), three.value());
        assertThat(handIn(
                                task(project, one, SECOND),
                                FIRST_SIGNATORY,
                                with(countersignature("sign"), "alsoFor", List.of(two.value())))
                        .toString())
                .contains("The first signature is yours");
        assertThat(handIn(
                        task(project, one, SECOND),
                        SECOND_SIGNATORY,
                        with(countersignature("sign"), "alsoFor", List.of(two.value()))))
                .isEqualTo("");

        awaitState(one, SignOffState.SIGNED);
        awaitState(two, SignOffState.SIGNED);
        assertThat(offered(awaited(three, SECOND), SECOND_SIGNATORY)).isEmpty();
        assertThat(state(project, three)).isNotEqualTo(SignOffState.SIGNED);
        assertThat(recorded("signoff.second-signature-decided"))
                .hasSize(2)
                .allMatch(what -> what.contains("(consent: Ada Chair, chair, on 12 January 2026)"));
    }

    @Test
    void theSecondSignatureIsGivenApartWhereTheFirstOneSaidSomethingElse() {
        reviewed();
        agreed();
        handIn(awaited(one, SIGN), FIRST_SIGNATORY, with(signature("sign"), "alsoFor", List.of(two.value())));
        handIn(awaited(three, SIGN), FIRST_SIGNATORY, signature("sign-with-conditions"));
        List.of(one, two, three).forEach(club -> awaited(club, SECOND));

        assertThat(offered(task(project, one, SECOND), SECOND_SIGNATORY)).containsExactly(two.value());
        assertThat(handIn(
                                task(project, one, SECOND),
                                SECOND_SIGNATORY,
                                with(countersignature("sign"), "alsoFor", List.of(two.value(), three.value())))
                        .toString())
                .contains("Nothing was kept", "For Name of " + three);
        assertThat(task(project, two, SECOND)).isNotNull();
        assertThat(state(project, one)).isNotEqualTo(SignOffState.SIGNED);
    }

    @Test
    void aReviewThatComesBackFromTheLeadIsGivenForAll() {
        asksAndIsAnswered(REVIEW, OFFICER);

        assertThat(offered(awaited(one, REVIEW), OFFICER)).containsExactly(two.value(), three.value());
        assertThat(handIn(task(project, one, REVIEW), OFFICER, with(adopting(), "alsoFor", List.of(two.value()))))
                .isEqualTo("");
        awaited(one, AGREE);
        awaited(two, AGREE);
        awaited(three, REVIEW);
    }

    @Test
    void aTaskOfTheGuardianThatComesBackFromTheLeadIsAnsweredForAll() {
        reviewed();
        asksAndIsAnswered(AGREE, GUARDIAN);

        assertThat(offered(awaited(two, AGREE), GUARDIAN)).containsExactly(one.value(), three.value());
        assertThat(handIn(
                        task(project, two, AGREE),
                        GUARDIAN,
                        with(agreement(), "alsoFor", List.of(one.value(), three.value()))))
                .isEqualTo("");
        List.of(one, two, three).forEach(club -> awaited(club, SIGN));
    }

    @Test
    void bothSignaturesThatComeBackFromTheLeadAreGivenForAll() {
        reviewed();
        agreed();
        asksAndIsAnswered(SIGN, FIRST_SIGNATORY);
        assertThat(offered(awaited(one, SIGN), FIRST_SIGNATORY)).containsExactly(two.value(), three.value());
        assertThat(handIn(task(project, one, SIGN), FIRST_SIGNATORY, with(signature("sign"), "alsoFor", others())))
                .isEqualTo("");
        List.of(one, two, three).forEach(club -> awaited(club, SECOND));
        asksAndIsAnswered(SECOND, SECOND_SIGNATORY);

        assertThat(offered(awaited(one, SECOND), SECOND_SIGNATORY)).containsExactly(two.value(), three.value());
        assertThat(handIn(
                        task(project, one, SECOND),
                        SECOND_SIGNATORY,
                        with(countersignature("sign"), "alsoFor", others())))
                .isEqualTo("");
        List.of(one, two, three).forEach(club -> awaitState(club, SignOffState.SIGNED));
    }

    private void reviewed() {
        assertThat(handIn(task(project, one, REVIEW), OFFICER, with(adopting(), "alsoFor", others())))
                .isEqualTo("");
        List.of(one, two, three).forEach(club -> awaited(club, AGREE));
    }

    private void agreed() {
        assertThat(handIn(task(project, one, AGREE), GUARDIAN, with(agreement(), "alsoFor", others())))
                .isEqualTo("");
        List.of(one, two, three).forEach(club -> awaited(club, SIGN));
    }

    private void signedOnce() {
        reviewed();
        agreed();
        assertThat(handIn(task(project, one, SIGN), FIRST_SIGNATORY, with(signature("sign"), "alsoFor", others())))
                .isEqualTo("");
        List.of(one, two, three).forEach(club -> awaited(club, SECOND));
    }

    /** For one of the three; while the lead thinks, that one is not among those that can be answered. */
    private void asksAndIsAnswered(String step, String person) {
        assertThat(handIn(task(project, one, step), person, with(Answers.question(), "alsoFor", List.of(two.value())))
                        .toString())
                .contains("Ask the lead for one organisation at a time");
        assertThat(handIn(task(project, one, step), person, Answers.question())).isEqualTo("");
        var question = awaited(one, ANSWER);
        assertThat(offered(task(project, two, step), person)).containsExactly(three.value());
        assertThat(handIn(question, LEAD.id(), Answers.answer())).isEqualTo("");
        awaited(one, step);
    }

    private List<String> others() {
        return List.of(two.value(), three.value());
    }

    private static Map<String, Object> adopting() {
        return with(review("sign"), "dpiaPosition", "adopt");
    }

    private static Map<String, Object> agreement() {
        return Map.of("decision", "agree");
    }

    private List<String> recorded(String type) {
        return database.queryForList(
                "select what from event where reference = ? and type = ?", String.class, project.value(), type);
    }

    private Task awaited(OrganisationCode partner, String step) {
        return await().atMost(Duration.ofMinutes(2)).until(() -> task(project, partner, step), task -> task != null);
    }

    private void awaitState(OrganisationCode partner, SignOffState state) {
        await().atMost(Duration.ofMinutes(2)).until(() -> state(project, partner) == state);
    }
}
