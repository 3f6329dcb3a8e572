package gm.sharing.steps.signoff;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.audit.Event;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectStatus;
import gm.sharing.signoff.Deadlines;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffFixture;
import gm.sharing.signoff.SignOffState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the Board decides in a round of sign-off: about refusals, and about partners whose time has run out. */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
@Tag("one-database")
class BoardInSignOffIntegrationTests extends SignOffInTheEngine {

    private static final Map<String, Object> REFUSE =
            Map.of("decision", "refuse", "refusalGround", "no-lawful-basis", "provision", "UK GDPR, Article 6(1)");

    @Autowired
    Deadlines deadlines;

    @Autowired
    JdbcClient database;

    @Test
    void letsTheBoardDecideAboutARefusalAndLeavesThePartnerOut() {
        openRound();
        complete("Task_ReviewAgreement", BOLTON, "ig", SIGN);
        complete("Task_SignAgreement", BOLTON, "signatory", SIGNED);
        complete("Task_ReviewAgreement", BURY, "ig", REFUSE);
        complete("Task_ReviewAgreement", WIGAN, "ig", SIGN);
        complete("Task_SignAgreement", WIGAN, "signatory", SIGNED);
        conclude();

        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.WITH_BOARD);
        var board = boardsTask("Task_DecideRefusal");
        assertThat(forms.getTaskFormVariables(board.getId()).get("refusals").toString())
                .startsWith("### Bury Council")
                .contains("There is no lawful basis (UK GDPR, Article 6)", "> UK GDPR, Article 6(1)");
        completeAs(SignOffFixture.BOARD, board, Map.of("decision", "go-on-without", "reasons", "The ground holds."));

        assertThat(projects.get(reference).partner(BURY)).isEmpty();
        assertThat(runtime.getActiveActivityIds(project().getId())).containsExactly("Service_DraftAgreement");
    }

    @Test
    void showsTheLeadWhatOthersAskedForWhenTheBoardGoesOnWithoutThoseWhoRefused() {
        openRound();
        signBy(BOLTON);
        complete("Task_ReviewAgreement", BURY, "ig", REFUSE);
        complete("Task_ReviewAgreement", WIGAN, "ig", CHANGES);
        conclude();
        assertThat(runtime.getVariable(project().getId(), "roundOutcome")).isEqualTo("refused");

        completeAs(
                SignOffFixture.BOARD,
                boardsTask("Task_DecideRefusal"),
                Map.of("decision", "go-on-without", "reasons", "The ground holds."));
        runJobs();

        var requests = forms.getTaskFormVariables(boardsTask("Task_CheckDraft").getId())
                .get("requests");
        assertThat(requests.toString())
                .startsWith("## Wigan Council: Changes requested")
                .contains("> Say more.");
    }

    @Test
    void tellsTheBoardInItsFormWhenTheProjectCannotGoOnWithoutItsLeader() {
        openRound();
        complete("Task_ReviewAgreement", BOLTON, "ig", REFUSE);
        for (var partner : List.of(BURY, WIGAN)) {
            complete("Task_ReviewAgreement", partner, "ig", SIGN);
            complete("Task_SignAgreement", partner, "signatory", SIGNED);
        }
        conclude();
        var board = boardsTask("Task_DecideRefusal");

        assertThatThrownBy(() -> completeAs(
                        SignOffFixture.BOARD, board, Map.of("decision", "go-on-without", "reasons", "It holds.")))
                .hasMessage("The project cannot go ahead without the organisation that leads it.");
        completeAs(SignOffFixture.BOARD, board, Map.of("decision", "stop", "reasons", "It holds for all."));

        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.STOPPED);
        assertThat(projects.get(reference).endReason()).isEqualTo("It holds for all.");
    }

    @Test
    void remindsEscalatesAndAsksTheBoardWhoGivesMoreTime() {
        openRound();
        runOut(BURY);

        assertThat(signOffs.get(of(BURY)).clock().remindedAt()).isPresent();
        assertThat(signOffs.get(of(BURY)).clock().escalatedAt()).isPresent();
        assertThat(task("Task_ReviewAgreement", BURY).getPriority()).isEqualTo(100);
        assertThat(task("Task_ReviewAgreement", WIGAN).getPriority()).isEqualTo(50);
        var board = task("Task_DecideStalledReview", BURY);
        assertThat(forms.getTaskFormVariables(board.getId()).get("situation").toString())
                .startsWith("**Bury Council** has not decided about [version 1.0 of the agreement]")
                .contains("- Now: In review");

        completeAs(
                SignOffFixture.BOARD,
                board,
                Map.of("decision", "extend", "extendTo", "2026-07-10", "reasons", "Staff are on leave."));

        var endOfTheDay = Date.from(Instant.parse("2026-07-10T16:00:00Z"));
        assertThat(task("Task_ReviewAgreement", BURY).getDueDate()).isEqualTo(endOfTheDay);
        assertThat(task("Task_ReviewAgreement", WIGAN).getDueDate()).isNotEqualTo(endOfTheDay);
        assertThat(timer("Timer_SignOffReminder", BURY).getDuedate())
                .as("eight working days before it is due, as in the beginning")
                .isEqualTo(Instant.parse("2026-06-30T16:00:00Z"));
        fire("Timer_SignOffReminder", BURY);
        assertThat(timer("Timer_SignOffDue", BURY).getDuedate()).isEqualTo(endOfTheDay);
        complete("Task_ReviewAgreement", BURY, "ig", SIGN);
        assertThat(task("Task_SignAgreement", BURY).getDueDate()).isEqualTo(endOfTheDay);
        assertThat(task("Task_SignAgreement", BURY).getPriority()).isEqualTo(100);
    }

    @Tag("both-databases")
    @Test
    void remindsAndEscalatesNobodyWhoseDecisionIsOnlyNotCarriedOutYet() {
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", SIGN);
        submitAs(SignOffFixture.person("signatory", BURY), task("Task_SignAgreement", BURY), SIGNED);
        for (var partner : List.of(BURY, WIGAN)) {
            fire("Timer_SignOffReminder", partner);
            fire("Timer_SignOffDue", partner);
        }

        assertThat(toldBySendTasks())
                .as("Wigan has not decided, and is told")
                .contains("ig.wigan", "signatory.wigan")
                .doesNotContain("ig.bury", "signatory.bury");
        goOn(partnersInstance(BURY).getId());
        assertThat(signOffs.get(of(BURY)).isSigned()).isTrue();
    }

    private List<String> toldBySendTasks() {
        return database.sql("select recipient from notice where reference = ? and about like 'Send\\_%' escape '\\'")
                .param(reference.value())
                .query(String.class)
                .list();
    }

    @Test
    void startsTheClockOverWhenTheLeadOrTheBoardGivesMoreTimeAtAnyPoint() {
        openRound();
        deadlines.giveMoreTime(of(BURY), LocalDate.of(2026, 6, 26), "Its officer is on leave.", LEAD);

        assertThat(task("Task_ReviewAgreement", BURY).getDueDate()).isEqualTo(Instant.parse("2026-06-26T16:00:00Z"));
        assertThat(timer("Timer_SignOffReminder", BURY).getDuedate()).isEqualTo(Instant.parse("2026-06-16T16:00:00Z"));
        runOut(BURY);
        assertThat(task("Task_DecideStalledReview", BURY)).isNotNull();
        deadlines.giveMoreTime(of(BURY), LocalDate.of(2026, 7, 4), "Its system is replaced.", SignOffFixture.BOARD);

        assertThat(task("Task_DecideStalledReview", BURY)).isNull();
        assertThat(task("Task_ReviewAgreement", BURY).getDueDate())
                .as("the end of the working day after that Saturday")
                .isEqualTo(Instant.parse("2026-07-06T16:00:00Z"));
        assertThat(timer("Timer_SignOffReminder", BURY)).isNotNull();
        assertThat(events.of(reference.value()))
                .filteredOn(event -> event.type().equals("signoff.more-time"))
                .allSatisfy(event -> assertThat(event.forWhom()).isEqualTo(BURY))
                .extracting(Event::what)
                .containsExactly(
                        "The lead gave Bury Council until 26 June 2026 to decide about version 1.0. Reason: Its officer is"
                                + " on leave.",
                        "The Information Board gave Bury Council until 6 July 2026 to decide about version 1.0. Reason:"
                                + " Its system is replaced.");
        signBy(BURY);
        assertThatThrownBy(() -> deadlines.giveMoreTime(of(BURY), LocalDate.of(2026, 8, 3), "Too late.", LEAD))
                .hasMessageStartingWith("The partner’s sign-off has ended");
        assertThatThrownBy(() -> deadlines.giveMoreTime(
                        of(WIGAN), LocalDate.of(2026, 8, 3), "For us.", SignOffFixture.person("ig", WIGAN)))
                .hasMessage("Only the project’s lead and the Information Board give a partner more time.");
    }

    @Test
    void asksTheBoardAgainFiveWorkingDaysAfterItChased() {
        openRound();
        runOut(BURY);

        completeAs(
                SignOffFixture.BOARD,
                task("Task_DecideStalledReview", BURY),
                Map.of("decision", "chase", "reasons", "Nothing stands in the way."));
        assertThat(timer("Timer_BoardDue", BURY).getDuedate()).isEqualTo(Instant.parse("2026-06-08T16:00:00Z"));
        fire("Timer_BoardDue", BURY);

        assertThat(forms.getTaskFormVariables(
                                task("Task_DecideStalledReview", BURY).getId())
                        .get("situation")
                        .toString())
                .contains("- On Monday 1 June 2026 the Board asked again for an answer: Nothing stands in the way.");
    }

    @Test
    void endsTheReviewOfAPartnerThatTheBoardGoesOnWithout() {
        openRound();
        runOut(BURY);

        completeAs(
                SignOffFixture.BOARD,
                task("Task_DecideStalledReview", BURY),
                Map.of("decision", "go-on-without", "reasons", "Nobody answers."));

        assertThat(tasks.createTaskQuery()
                        .taskCandidateGroup("ig-bury")
                        .processInstanceBusinessKey(reference.value())
                        .list())
                .isEmpty();
        assertThat(signOffs.get(of(BURY)).state()).isEqualTo(SignOffState.LEFT_OUT);
        for (var partner : List.of(BOLTON, WIGAN)) {
            complete("Task_ReviewAgreement", partner, "ig", SIGN);
            complete("Task_SignAgreement", partner, "signatory", SIGNED);
        }
        conclude();
        assertThat(runtime.getVariable(project().getId(), "roundOutcome")).isEqualTo("go-on-without");
    }

    @Tag("both-databases")
    @Test
    void endsEverybodysReviewWhenTheBoardStopsTheProject() {
        openRound();
        runOut(BURY);

        completeAs(
                SignOffFixture.BOARD,
                task("Task_DecideStalledReview", BURY),
                Map.of("decision", "stop", "reasons", "Without Bury it makes no sense."));
        runJobs();

        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.STOPPED);
        assertThat(running()).isEmpty();
        assertThat(signOffs.of(reference)).extracting(SignOff::state).containsOnly(SignOffState.ENDED);
    }

    private void fire(String timer, OrganisationCode partner) {
        jobs.executeJob(timer(timer, partner).getId());
    }

    /** Lets the time of the partner run out, until the Board is asked. */
    private void runOut(OrganisationCode partner) {
        List.of("Timer_SignOffReminder", "Timer_SignOffDue", "Timer_BoardDue").forEach(timer -> fire(timer, partner));
    }

    private Job timer(String timer, OrganisationCode partner) {
        return jobs.createJobQuery()
                .processInstanceId(partnersInstance(partner).getId())
                .activityId(timer)
                .singleResult();
    }
}
