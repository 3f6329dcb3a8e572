package gm.sharing.steps.signoff;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static gm.sharing.project.ProjectFixture.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.absence.Absences;
import gm.sharing.agreement.Agreements;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Sector;
import gm.sharing.project.Flow;
import gm.sharing.project.Needs;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.Projects;
import gm.sharing.project.RevisionPlan;
import gm.sharing.project.RevisionScope;
import gm.sharing.signoff.Deadlines;
import gm.sharing.signoff.Rounds;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffFixture;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignOffState;
import gm.sharing.signoff.SignOffs;
import gm.sharing.workflow.gate.OwnersDrawings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rounds of sign-off in the real engine, by the people's own forms and permissions. */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
class SignOffProcessIntegrationTests {

    private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
    private static final Person LEAD = ProjectFixture.leadOf(BOLTON);
    private static final Person SECOND_OFFICER = SignOffFixture.person("ig2", BURY);
    private static final Map<String, Object> SIGN = Map.of("decision", "sign");
    private static final Map<String, Object> SIGNED =
            Map.of("decision", "sign", "role", "Senior Information Risk Owner", "confirmed", true);
    private static final Map<String, Object> CHANGES = commenting("Why information is shared: Purpose");
    private static final Map<String, Object> REFUSE =
            Map.of("decision", "refuse", "refusalGround", "no-lawful-basis", "provision", "UK GDPR, Article 6(1)");

    @Autowired
    Projects projects;

    @Autowired
    ProjectEnds ends;

    @Autowired
    Dpias dpias;

    @Autowired
    Agreements agreements;

    @Autowired
    SignOffs signOffs;

    @Autowired
    Rounds rounds;

    @Autowired
    Deadlines deadlines;

    @Autowired
    AuditTrail events;

    @Autowired
    Directory directory;

    @Autowired
    People people;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    JdbcClient database;

    @Autowired
    ManagementService jobs;

    @Autowired
    Absences absences;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    private ProjectReference reference;

    private String deployment = "";

    @BeforeEach
    void describeAProject() {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
        for (var code : List.of(BOLTON, BURY, WIGAN)) {
            for (var role : List.of("ig", "caldicott", "signatory")) {
                know(SignOffFixture.person(role, code));
            }
        }
        know(SignOffFixture.BOARD);
        know(LEAD);
        reference = projects.propose(ProjectFixture.proposal("Plans that move"), LEAD);
        projects.describeNeeds(reference, ProjectFixture.needs(), LEAD);
        projects.namePartners(reference, ProjectFixture.partners(BOLTON, BURY, WIGAN), LEAD);
        projects.describeFlows(reference, ProjectFixture.flows(flow(BOLTON, BURY), flow(BOLTON, WIGAN)), LEAD);
        projects.agreeArrangements(reference, ProjectFixture.arrangements(), LEAD);
        DpiaFixture.approve(dpias, reference, BOLTON);
    }

    @AfterEach
    void tidyUp() {
        identity.clearAuthentication();
        ClockUtil.reset();
        endInstances("The test is over");
        // Other tests count who is told.
        SECOND_OFFICER.groups().forEach(group -> identity.deleteMembership(SECOND_OFFICER.id(), group));
        if (!deployment.isEmpty()) {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void asksEveryPartnerAndShowsItTheAgreement() {
        openRound();

        assertThat(asked()).containsExactly(BOLTON, BURY, WIGAN);
        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.IN_SIGN_OFF);
        assertThat(signOffs.get(of(BURY)).clock().due()).isEqualTo(Instant.parse("2026-06-22T16:00:00Z"));
        var task = task("Task_ReviewAgreement", BURY);
        assertThat(task.getDueDate()).isEqualTo(Instant.parse("2026-06-22T16:00:00Z"));
        var shown = forms.getTaskFormVariables(task.getId());
        assertThat(shown.get("request").toString())
                .startsWith("**Bury Council** is asked about **version 1.0** of the information sharing agreement for"
                        + " **Plans that move**, led by Bolton Council.")
                .contains("due by **Monday 22 June 2026**")
                .contains("(/projects/" + reference + "/agreement/1.0)")
                .endsWith("[Pass this task to a colleague](/tasks/" + task.getId() + "/pass)");
        assertThat(shown.get("summary").toString()).contains("**Led by:** Bolton Council");
        assertThat(shown.get("dpia").toString()).isNotBlank();
        assertThat(shown.get("agreement").toString())
                .contains("#### 4.2 Purpose\n\nTo keep children safe when a family moves.")
                .contains("| Bury Council |")
                .contains("Children Act 2004, section 11");
        assertThat(shown).containsEntry("changes", "").containsEntry("advice", "");
    }

    @Test
    void endsWithEverySignatureGiven() {
        openRound();
        for (var partner : asked()) {
            complete("Task_ReviewAgreement", partner, "ig", conditions("Access is reviewed."));
            assertThat(forms.getTaskFormVariables(
                            task("Task_SignAgreement", partner).getId()))
                    .satisfies(shown -> assertThat(shown.get("conditions"))
                            .hasToString(
                                    "[{\"text\":\"Access is reviewed.\",\"owner\":\"lead\",\"due\":\"2026-09-30\"}]"))
                    .extracting("advice")
                    .asString()
                    .contains(
                            "**Advises to sign with conditions**",
                            "> Access is reviewed.",
                            "> Owner: Project lead, by 30 September 2026");
            complete("Task_SignAgreement", partner, "signatory", SIGNED);
        }

        conclude();

        assertThat(runtime.getVariable(project().getId(), "roundOutcome")).isEqualTo("all-signed");
        assertThat(signOffs.standing(reference)).hasSize(3).allMatch(SignOff::isSigned);
    }

    @Test
    void takesASignatureFromADeputyButNotFromWhoeverReviewed() {
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", SIGN);
        var signatory = SignOffFixture.person("signatory", BURY);
        var today = LocalDate.of(2026, 6, 1);

        var reviewer = absences.note(signatory.id(), "ig.bury", today, today, signatory);
        try {
            assertThatThrownBy(() -> completeAs(found("ig.bury"), task("Task_SignAgreement", BURY), SIGNED))
                    .hasMessageContaining(
                            "You reviewed this version for your organisation, so another signatory has to" + " decide");
        } finally {
            absences.end(reviewer.id().orElseThrow(), signatory);
        }
        assertThatThrownBy(() -> completeAs(found("caldicott.bury"), task("Task_SignAgreement", BURY), SIGNED))
                .isInstanceOf(AuthorizationException.class);
        var deputy = absences.note(signatory.id(), "caldicott.bury", today, today, signatory);
        try {
            completeAs(found("caldicott.bury"), task("Task_SignAgreement", BURY), SIGNED);
        } finally {
            absences.end(deputy.id().orElseThrow(), signatory);
        }

        var signed = signOffs.get(of(BURY)).decisive().orElseThrow();
        assertThat(signed.speaker().by().person()).isEqualTo("caldicott.bury");
        assertThat(signed.speaker().actedAs().deputyFor()).isEqualTo("signatory.bury");
    }

    @Test
    void takesASecondReviewThatAnOwnerDrew() {
        drawn(OwnersDrawings.withSecondReview("dpo-${partner},ig-${partner}"));
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", Map.of("decision", "ask", "question", "Which system is meant?"));
        answerQuestion();
        complete("Task_ReviewAgreement", BURY, "ig", conditions("Access is reviewed."));

        assertThat(task("Task_SignAgreement", BURY)).isNull();
        var second = task("Task_SecondReview", BURY);
        assertThat(second.getAssignee()).isNull();
        assertThat(forms.getTaskFormVariables(second.getId()))
                .satisfies(
                        shown -> assertThat(shown.get("conditions").toString()).contains("Access is reviewed."))
                .satisfies(shown -> assertThat(shown).containsEntry("dpiaPosition", "adopt"))
                .extracting("advice")
                .asString()
                .startsWith("IG officer ig.bury, on Monday 1 June 2026: **Advises to sign with conditions**");
        assertThatThrownBy(() -> complete("Task_SecondReview", BURY, "ig", adopting(SIGN)))
                .hasMessageContaining("You have reviewed this version already");
        assertThatThrownBy(() -> complete("Task_SecondReview", BURY, "signatory", adopting(SIGN)))
                .isInstanceOf(AuthorizationException.class);

        complete("Task_SecondReview", BURY, "dpo", Map.of("decision", "ask", "question", "And who keeps it?"));
        answerQuestion();
        assertThat(task("Task_SecondReview", BURY).getAssignee()).isEqualTo("dpo.bury");
        complete("Task_SecondReview", BURY, "dpo", adopting(SIGN));

        assertThat(forms.getTaskFormVariables(task("Task_SignAgreement", BURY).getId()))
                .satisfies(
                        shown -> assertThat(shown.get("conditions").toString()).contains("Access is reviewed."))
                .extracting("advice")
                .asString()
                .contains(
                        "IG officer ig.bury",
                        "Data protection officer dpo.bury, on Monday 1 June 2026: **Advises to sign**",
                        "The conditions of the earlier review still hold");
        complete("Task_SignAgreement", BURY, "signatory", SIGNED);
        assertThat(signOffs.get(of(BURY)).isSigned()).isTrue();
        assertThat(events.of(reference.value()))
                .extracting(Event::what)
                .anyMatch(what -> what.startsWith("The IG officer of Bury Council reviewed version 1.0: to be sign"))
                .anyMatch(what -> what.startsWith(
                        "The data protection officer of Bury Council reviewed version 1.0 as well: to be sign"));
    }

    @Test
    void letsASecondReviewAskForChanges() {
        drawn(OwnersDrawings.withSecondReview("ig-${partner}"));
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", SIGN);
        complete("Task_SecondReview", BURY, "ig2", adopting(CHANGES));

        assertThat(partnersInstance(BURY)).isNull();
        assertThat(signOffs.get(of(BURY)).state()).isEqualTo(SignOffState.CHANGES_REQUESTED);
    }

    @Test
    void givesAnAnswerToWhicheverReviewerAskedWhenTwoReviewBesideEachOther() {
        drawn(OwnersDrawings.withReviewsBesideEachOther("dpo-${partner}"));
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", Map.of("decision", "ask", "question", "Which system is meant?"));
        assertThatThrownBy(() -> complete(
                        "Task_SecondReview", BURY, "dpo", Map.of("decision", "ask", "question", "And who keeps it?")))
                .hasMessageContaining("A question of your organisation already waits for the lead's answer");
        complete("Task_SecondReview", BURY, "dpo", adopting(SIGN));
        assertThat(task("Task_ReviewAgreement", BURY))
                .as("waits for the answer")
                .isNull();

        answerQuestion();

        assertThat(task("Task_ReviewAgreement", BURY).getAssignee()).isEqualTo("ig.bury");
        assertThat(task("Task_SignAgreement", BURY))
                .as("one reviewer is still to say")
                .isNull();
        complete("Task_ReviewAgreement", BURY, "ig", adopting(SIGN));
        assertThat(task("Task_SignAgreement", BURY).getAssignee()).isNull();
        complete("Task_SignAgreement", BURY, "signatory", Map.of("decision", "ask", "question", "May we sign later?"));
        answerQuestion();
        assertThat(task("Task_SignAgreement", BURY).getAssignee()).isEqualTo("signatory.bury");
        complete("Task_SignAgreement", BURY, "signatory", SIGNED);
        assertThat(signOffs.get(of(BURY)).isSigned()).isTrue();
    }

    @Test
    void bringsBackToEachReviewerWhatEachAsked() {
        drawn(OwnersDrawings.withReviewsBesideEachOther("dpo-${partner}"));
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", Map.of("decision", "ask", "question", "Which system is meant?"));
        answerQuestion();
        complete("Task_SecondReview", BURY, "dpo", Map.of("decision", "ask", "question", "And who keeps it?"));
        assertThat(task("Task_ReviewAgreement", BURY).getAssignee()).isEqualTo("ig.bury");
        answerQuestion();

        assertThat(task("Task_ReviewAgreement", BURY).getAssignee()).isEqualTo("ig.bury");
        assertThat(task("Task_SecondReview", BURY).getAssignee()).isEqualTo("dpo.bury");
        complete("Task_ReviewAgreement", BURY, "ig", adopting(CHANGES));
        complete("Task_SecondReview", BURY, "dpo", adopting(SIGN));
        assertThat(partnersInstance(BURY)).isNull();
        assertThat(signOffs.get(of(BURY)).state()).isEqualTo(SignOffState.CHANGES_REQUESTED);
    }

    @Test
    void refusesQuestionsOfThoseWhoHaveReviewedTheVersion() {
        drawn(OwnersDrawings.withSecondReview("ig-${partner}"));
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", SIGN);

        assertThatThrownBy(() -> complete(
                        "Task_SecondReview",
                        BURY,
                        "ig",
                        Map.of("decision", "ask", "question", "Which system is meant?")))
                .hasMessageContaining("You have reviewed this version already");
        complete("Task_SecondReview", BURY, "ig2", Map.of("decision", "ask", "question", "Which system is meant?"));
        answerQuestion();
        assertThat(task("Task_SecondReview", BURY).getAssignee()).isEqualTo("ig2.bury");
    }

    private void drawn(String model) {
        deployment = repository
                .createDeployment()
                .addString("partner-sign-off.bpmn", model)
                .deploy()
                .getId();
        know(SignOffFixture.person("dpo", BURY));
        know(SECOND_OFFICER);
        join(SECOND_OFFICER);
    }

    private void answerQuestion() {
        completeAs(LEAD, task("Task_AnswerQuestion", BURY), Map.of("answer", "The council's."));
    }

    private static Map<String, Object> adopting(Map<String, Object> answers) {
        Map<String, Object> all = new HashMap<>(answers);
        all.put("dpiaPosition", "adopt");
        return all;
    }

    private Person found(String person) {
        return people.find(person).orElseThrow();
    }

    @Test
    void keepsWhatPeopleDecidedOutOfTheEngine() {
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", conditions("Only for us."));

        var ofBury = partnersInstance(BURY);

        assertThat(runtime.getVariables(ofBury.getId()))
                .containsEntry("review", "sign-with-conditions")
                .doesNotContainValue("Only for us.");
    }

    @Test
    void asksTheCaldicottGuardianWhereConfidentialCareInformationFlows() {
        projects.drafted(reference);
        projects.sentBackToLead(reference);
        projects.describeFlows(
                reference, ProjectFixture.flows(flow(BOLTON, BURY), confidential(flow(BOLTON, WIGAN))), LEAD);
        openRound();

        complete("Task_ReviewAgreement", BURY, "ig", SIGN);
        complete("Task_ReviewAgreement", WIGAN, "ig", SIGN);

        assertThat(task("Task_SignAgreement", BURY)).isNotNull();
        complete("Task_AgreeConfidentialUse", WIGAN, "caldicott", Map.of("decision", "agree"));
        assertThat(task("Task_SignAgreement", WIGAN)).isNotNull();
        assertThat(signOffs.get(of(WIGAN)).state()).isEqualTo(SignOffState.WITH_SIGNATORY);
    }

    @Test
    void asksNoGuardianOfARecipientThatHasNoneAndAlwaysTheOneOfWhoeverGives() {
        projects.drafted(reference);
        projects.sentBackToLead(reference);
        projects.describeFlows(
                reference, ProjectFixture.flows(flow(BOLTON, WIGAN), confidential(flow(BOLTON, BURY))), LEAD);
        for (var code : List.of(BOLTON, BURY)) {
            identity.deleteMembership("caldicott." + code, "caldicott-" + code);
        }
        try {
            openRound();
        } finally {
            for (var code : List.of(BOLTON, BURY)) {
                identity.createMembership("caldicott." + code, "caldicott-" + code);
            }
        }

        complete("Task_ReviewAgreement", BURY, "ig", SIGN);
        complete("Task_ReviewAgreement", BOLTON, "ig", SIGN);

        assertThat(task("Task_SignAgreement", BURY)).isNotNull();
        complete("Task_AgreeConfidentialUse", BOLTON, "caldicott", Map.of("decision", "agree"));
        assertThat(task("Task_SignAgreement", BOLTON)).isNotNull();
    }

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
                .hasMessageStartingWith("The partner's sign-off has ended");
        assertThatThrownBy(() -> deadlines.giveMoreTime(
                        of(WIGAN), LocalDate.of(2026, 8, 3), "For us.", SignOffFixture.person("ig", WIGAN)))
                .hasMessage("Only the project's lead and the Information Board give a partner more time.");
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

    @Test
    void asksAgainOnlyThoseWhomTheChangeTouches() {
        openRound();
        signBy(BOLTON, BURY, WIGAN);
        closeRound();
        change(flow(BOLTON, BURY), withSecurity(flow(BOLTON, WIGAN), "Encrypted with keys of our own."));

        openRound();

        assertThat(asked()).containsExactly(BOLTON, WIGAN);
        assertThat(forms.getTaskFormVariables(
                                task("Task_ReviewAgreement", WIGAN).getId())
                        .get("changes")
                        .toString())
                .startsWith("Your organisation was asked about version 1.0 before.")
                .contains("Flow from Bolton Council to Wigan Council: Security")
                .contains("\\[added: **with keys of our own.**\\]")
                .endsWith("### What the lead says to it\n\n> Wigan asked for its own keys, and has them.\n\n");
    }

    @Test
    void asksEverybodyAgainWhenTheChangeIsMaterial() {
        openRound();
        signBy(BOLTON, BURY, WIGAN);
        closeRound();
        projects.sentBackToLead(reference);
        projects.describeNeeds(reference, needsFor("To plan services."), LEAD);

        openRound();

        assertThat(asked()).containsExactly(BOLTON, BURY, WIGAN);
    }

    @Test
    void asksThoseWhoDidNotSignAgainWhateverChanged() {
        openRound();
        signBy(BOLTON, WIGAN);
        complete("Task_ReviewAgreement", BURY, "ig", CHANGES);
        closeRound();

        openRound();

        assertThat(asked()).containsExactly(BURY);
        assertThat(shown("Task_ReviewAgreement", BURY).get("changes").toString())
                .contains("### What your organisation said\n\n#### Why information is shared: Purpose\n\nBury Council,"
                        + " IG officer")
                .contains("> Say more.");
    }

    @Test
    void refusesASignatureThatLacksItsConditionsByTheNameOfTheField() {
        openRound();

        assertThatThrownBy(
                        () -> complete("Task_ReviewAgreement", BURY, "ig", Map.of("decision", "sign-with-conditions")))
                .hasMessage("Conditions: say on which conditions you sign, who is responsible for each and by when.");
        assertThatThrownBy(() -> complete("Task_ReviewAgreement", BURY, "ig", conditions("Today.", "2026-05-29")))
                .hasMessage("Conditions, row 1, By when? The date has passed. Give a later one.");
        assertThatThrownBy(() -> complete("Task_ReviewAgreement", BURY, "ig", commenting("Section 99")))
                .hasMessageContaining("Comments, row 1, Which section is it about? Is not among the possible answers");
        assertThatThrownBy(() -> complete("Task_ReviewAgreement", BURY, "ig", Map.of("decision", "agree")))
                .hasMessageContaining("What do you advise? Is not among the possible answers");
    }

    @Test
    void asksEveryPartnerButTheLeadOrganisationForItsPositionOnTheDpia() {
        openRound();

        assertThat(shown("Task_ReviewAgreement", BOLTON)).containsEntry("positionAsked", "");
        assertThat(shown("Task_ReviewAgreement", BURY).get("positionAsked").toString())
                .startsWith("Bolton Council assessed the impact on data protection for all partners");
        assertThat(shown("Task_ReviewAgreement", BURY)).containsEntry("policyAsked", "");
        assertThatThrownBy(() -> complete("Task_ReviewAgreement", BURY, "ig", position("adapt", null)))
                .hasMessage("Adaptations: say what differs for your organisation from the DPIA.");
        assertThatThrownBy(() -> complete(
                        "Task_ReviewAgreement", BURY, "ig", Map.of("decision", "sign", "dpiaPosition", "perhaps")))
                .hasMessageContaining("Position on the DPIA: is not among the possible answers");
        assertThatThrownBy(() -> completeAs(
                        SignOffFixture.person("ig", BURY), task("Task_ReviewAgreement", BURY), new HashMap<>(SIGN)))
                .hasMessageStartingWith("Position on the DPIA: say whether your organisation adopts");
        complete("Task_ReviewAgreement", BURY, "ig", position("adapt", "Letters are kept *one* year."));

        assertThat(shown("Task_SignAgreement", BURY).get("advice").toString())
                .contains(
                        "**Adapts the DPIA**\n\nHow Bury Council adapts the DPIA:\n\n> Letters are kept \\*one\\* year.");
        assertThat(events.of(reference.value()))
                .filteredOn(event -> event.type().equals("signoff.position-taken"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.forWhom()).isEqualTo(BURY);
                    assertThat(event.what())
                            .isEqualTo("Bury Council took a position on the DPIA with version 1.0: adapts the DPIA. In"
                                    + " its words: Letters are kept *one* year.");
                });
    }

    @Test
    void letsADissentStandUntilThePartnerTakesAnotherPositionInALaterRound() {
        openRound();
        signBy(BOLTON);
        complete("Task_ReviewAgreement", WIGAN, "ig", position("adapt", "Nothing in paper."));
        complete("Task_SignAgreement", WIGAN, "signatory", SIGNED);
        assertThatThrownBy(() -> complete("Task_ReviewAgreement", BURY, "ig", dissent("sign")))
                .hasMessage("What do you advise? Your organisation dissents from the DPIA, so it cannot sign. Ask for"
                        + " changes or refuse.");
        complete("Task_ReviewAgreement", BURY, "ig", dissent("request-changes"));
        assertThat(signOffs.get(of(BURY)).isOpen()).isFalse();
        assertThat(signOffs.dissents(reference)).extracting(SignOff::partner).containsExactly(BURY);
        conclude();
        assertThat(runtime.getVariable(project().getId(), "roundOutcome")).isEqualTo("changes-requested");
        assertThat(forms.getTaskFormVariables(boardsTask("Task_ReviseProject").getId())
                        .get("reasons")
                        .toString())
                .contains("## Bury Council: Changes requested, dissents from the DPIA")
                .contains("> Hostels are left out.");
        endInstances("The round is over");
        projects.describeNeeds(reference, needsFor("To plan services."), LEAD);

        openRound();

        assertThat(signOffs.dissents(reference)).hasSize(1);
        assertThat(shown("Task_ReviewAgreement", BURY))
                .doesNotContainKeys("adaptation", "dissent")
                .extracting("positionAsked")
                .asString()
                .contains("dissented when it was asked before", "> Hostels are left out.");
        assertThat(forms.getTaskFormVariables(task("Task_ReviewAgreement", BURY).getId())
                        .get("dpiaPosition"))
                .isNull();
        assertThat(shown("Task_ReviewAgreement", WIGAN))
                .containsEntry("dpiaPosition", "adapt")
                .containsEntry("adaptation", "Nothing in paper.");
        signBy(BOLTON, BURY);

        assertThat(signOffs.get(of(BURY)).isSigned()).isTrue();
        assertThat(signOffs.dissents(reference)).isEmpty();
        assertThat(events.of(reference.value()))
                .extracting(Event::what)
                .contains(
                        "Bury Council took a position on the DPIA with version 1.1: adopts the DPIA, so its dissent is"
                                + " resolved.");
    }

    @Test
    void asksControllersThatRelyOnAPolicyDocumentForTheirOwn() {
        projects.drafted(reference);
        change(onPolicyDocument(flow(BOLTON, BURY)), flow(BOLTON, WIGAN));
        openRound();

        assertThat(shown("Task_ReviewAgreement", WIGAN)).containsEntry("policyAsked", "");
        assertThat(shown("Task_ReviewAgreement", BURY))
                .doesNotContainKeys("policyDocument", "policyReview")
                .extracting("policyAsked")
                .asString()
                .contains("- from Bolton Council to Bury Council: 9(2)(g) Substantial public interest");
        assertThatThrownBy(() -> complete("Task_ReviewAgreement", BURY, "ig", SIGN))
                .hasMessageStartingWith("Appropriate policy document: give the title of your organisation's own");
        assertThatThrownBy(() -> complete("Task_ReviewAgreement", BURY, "ig", policy("Policy of Bury", "2026-05-31")))
                .hasMessage(
                        "Review date of the policy document: it is in the past. Have the document reviewed, and give"
                                + " the next date.");
        complete("Task_ReviewAgreement", BURY, "ig", policy("Policy of Bury", "2027-01-31"));

        assertThat(shown("Task_SignAgreement", BURY).get("advice").toString())
                .contains("Appropriate policy document: Policy of Bury, to be reviewed by 31 January 2027");
        assertThat(events.of(reference.value()))
                .extracting(Event::what)
                .contains("Bury Council named its appropriate policy document: Policy of Bury, to be reviewed by 31"
                        + " January 2027.");
    }

    @Test
    void takesNoDecisionOnceTheLeadHasWithdrawnTheProject() {
        openRound();

        ends.withdraw(reference, "The need is gone.", LEAD);

        assertThat(signOffs.of(reference)).extracting(SignOff::state).containsOnly(SignOffState.ENDED);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .list())
                .isEmpty();
    }

    @Test
    void letsSixtyPartnersReviewAndSignAtOnceByTheirForms() throws Exception {
        var sixty = IntStream.rangeClosed(1, 60)
                .mapToObj(number -> new OrganisationCode("sixtieth" + number))
                .toList();
        sixty.forEach(this::addToTheDirectory);
        projects.drafted(reference);
        projects.sentBackToLead(reference);
        projects.namePartners(reference, ProjectFixture.partners(BOLTON, sixty.toArray(OrganisationCode[]::new)), LEAD);
        projects.describeFlows(reference, ProjectFixture.flows(flow(List.of(BOLTON), sixty)), LEAD);
        openRound();
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> decisions = sixty.stream()
                    .<Callable<Void>>map(partner -> () -> {
                        signBy(partner);
                        return null;
                    })
                    .toList();
            for (var decision : threads.invokeAll(decisions)) {
                decision.get();
            }
        } finally {
            threads.shutdown();
        }

        signBy(BOLTON);
        conclude();

        assertThat(runtime.getVariable(project().getId(), "roundOutcome")).isEqualTo("all-signed");
        assertThat(signOffs.standing(reference)).hasSize(61).allMatch(SignOff::isSigned);
    }

    private void addToTheDirectory(OrganisationCode code) {
        if (directory.find(code).isEmpty()) {
            directory.add(Organisation.legalEntity(code, "Partner " + code, Sector.COUNCIL));
            know(SignOffFixture.person("ig", code));
            know(SignOffFixture.person("signatory", code));
        }
    }

    private static Map<String, Object> position(String position, @Nullable String adaptation) {
        var answers = new HashMap<String, Object>(Map.of("decision", "sign", "dpiaPosition", position));
        if (adaptation != null) {
            answers.put("adaptation", adaptation);
        }
        return answers;
    }

    private static Map<String, Object> dissent(String decision) {
        return Map.of(
                "decision",
                decision,
                "comments",
                CHANGES.get("comments"),
                "dpiaPosition",
                "dissent",
                "dissent",
                "Hostels are left out.");
    }

    private static Map<String, Object> policy(String title, String review) {
        return Map.of("decision", "sign", "policyDocument", title, "policyReview", review);
    }

    private Map<String, Object> shown(String element, OrganisationCode partner) {
        return forms.getTaskFormVariables(task(element, partner).getId());
    }

    /** Enters the process where a draft goes to the partners. */
    private void openRound() {
        if (projects.get(reference).status() != ProjectStatus.DRAFTED) {
            agreements.draft(reference);
            projects.drafted(reference);
        }
        runtime.createProcessInstanceByKey("sharing-project")
                .businessKey(reference.value())
                .setVariables(Map.of("lead", LEAD.id(), "leadOrganisation", BOLTON.value(), "urgency", "normal"))
                .startBeforeActivity("Service_OpenRound")
                .execute();
        runJobs("Call_PartnerSignOff");
    }

    /** Leaves the process as it stands, so that a test can go on with the next version. */
    private void closeRound() {
        rounds.conclude(reference, round());
        endInstances("The round is over");
    }

    private void endInstances(String why) {
        running().stream()
                .filter(instance -> instance.getRootProcessInstanceId().equals(instance.getId()))
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), why));
    }

    private void change(Flow... flows) {
        ClockUtil.setCurrentTime(Date.from(MONDAY.plus(Duration.ofDays(1))));
        projects.sentBackToLead(reference);
        projects.revise(
                reference,
                new RevisionPlan(RevisionScope.SHARING, "Wigan asked for its own keys, and has them."),
                LEAD);
        projects.describeFlows(reference, ProjectFixture.flows(flows), LEAD);
    }

    private void signBy(OrganisationCode... partners) {
        Arrays.stream(partners).forEach(partner -> {
            complete("Task_ReviewAgreement", partner, "ig", SIGN);
            complete("Task_SignAgreement", partner, "signatory", SIGNED);
        });
    }

    /** Whoever is asked for a position adopts the DPIA, unless the test says otherwise. */
    private void complete(String element, OrganisationCode partner, String role, Map<String, Object> answers) {
        var all = new HashMap<>(answers);
        if (element.equals("Task_ReviewAgreement") && !partner.equals(BOLTON) && !answers.containsValue("ask")) {
            all.putIfAbsent("dpiaPosition", "adopt");
        }
        completeAs(SignOffFixture.person(role, partner), task(element, partner), all);
    }

    private void completeAs(Person person, Task task, Map<String, Object> answers) {
        submitAs(person, task, answers);
        goOn(task.getProcessInstanceId());
    }

    private void submitAs(Person person, Task task, Map<String, Object> answers) {
        identity.setAuthentication(person.id(), List.copyOf(person.groups()));
        try {
            forms.submitTaskForm(task.getId(), new HashMap<>(answers));
        } finally {
            identity.clearAuthentication();
        }
    }

    /** What follows a partner's decision is left to the job executor. */
    private void goOn(String instance) {
        jobs.createJobQuery()
                .processInstanceId(instance)
                .processDefinitionKey("partner-sign-off")
                .messages()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private Task task(String element, OrganisationCode partner) {
        return tasks.createTaskQuery()
                .processInstanceId(partnersInstance(partner).getId())
                .taskDefinitionKey(element)
                .singleResult();
    }

    private Task boardsTask(String element) {
        return tasks.createTaskQuery()
                .processInstanceId(project().getId())
                .taskDefinitionKey(element)
                .singleResult();
    }

    private ProcessInstance project() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("sharing-project")
                .processInstanceBusinessKey(reference.value())
                .singleResult();
    }

    private ProcessInstance partnersInstance(OrganisationCode partner) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("partner-sign-off")
                .processInstanceBusinessKey(reference.value())
                .variableValueEquals("partner", partner.value())
                .singleResult();
    }

    private List<ProcessInstance> running() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .list();
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

    /** Runs the join of the partners and the conclusion, and nothing after it. */
    private void conclude() {
        runJobs("Call_PartnerSignOff");
        runJobs("Service_ConcludeRound");
    }

    private void runJobs(String element) {
        jobs.createJobQuery().processInstanceId(project().getId()).activityId(element).messages().list().stream()
                .map(Job::getId)
                .forEach(jobs::executeJob);
    }

    private void runJobs() {
        List<Job> waiting;
        while (!(waiting = jobs.createJobQuery().processDefinitionKey("sharing-project").messages().list().stream()
                        .filter(job -> project() != null
                                && job.getProcessInstanceId().equals(project().getId()))
                        .toList())
                .isEmpty()) {
            jobs.executeJob(waiting.get(0).getId());
        }
    }

    private int round() {
        return rounds.of(reference).size();
    }

    private SignOffId of(OrganisationCode partner) {
        return new SignOffId(reference, round(), partner);
    }

    private List<OrganisationCode> asked() {
        return signOffs.of(reference).stream()
                .filter(signOff -> signOff.round() == round())
                .map(SignOff::partner)
                .toList();
    }

    private static Map<String, Object> conditions(String condition) {
        return conditions(condition, "2026-09-30");
    }

    private static Map<String, Object> conditions(String condition, String due) {
        return Map.of(
                "decision",
                "sign-with-conditions",
                "conditions",
                List.of(Map.of("text", condition, "owner", "lead", "due", due)));
    }

    private static Map<String, Object> commenting(String section) {
        return Map.of(
                "decision", "request-changes", "comments", List.of(Map.of("section", section, "text", "Say more.")));
    }

    private static Needs needsFor(String purpose) {
        var needs = ProjectFixture.needs();
        return new Needs(
                needs.onBehalfOf(),
                purpose,
                needs.necessity(),
                needs.benefits(),
                needs.dataSubjects(),
                needs.groups(),
                needs.volume(),
                needs.scale(),
                needs.matching(),
                needs.dataItems());
    }

    private static Flow withSecurity(Flow flow, String security) {
        return new Flow(
                flow.from(),
                flow.to(),
                flow.what(),
                flow.purpose(),
                flow.method(),
                flow.frequency(),
                security,
                flow.article6(),
                flow.recipientsArticle6(),
                flow.outsideTask(),
                flow.article9(),
                flow.schedule1(),
                flow.policyDocument(),
                flow.policyReview(),
                flow.lawEnforcement(),
                flow.underPart3(),
                flow.schedule8(),
                flow.power(),
                flow.confidentiality(),
                flow.confidentialCare(),
                flow.optOut(),
                flow.copyReason());
    }

    private static Flow confidential(Flow flow) {
        return new Flow(
                flow.from(),
                flow.to(),
                flow.what(),
                flow.purpose(),
                flow.method(),
                flow.frequency(),
                flow.security(),
                flow.article6(),
                flow.recipientsArticle6(),
                flow.outsideTask(),
                flow.article9(),
                flow.schedule1(),
                flow.policyDocument(),
                flow.policyReview(),
                flow.lawEnforcement(),
                flow.underPart3(),
                flow.schedule8(),
                flow.power(),
                "implied-consent",
                true,
                "own-care",
                flow.copyReason());
    }

    private static Flow onPolicyDocument(Flow flow) {
        return new Flow(
                flow.from(),
                flow.to(),
                flow.what(),
                flow.purpose(),
                flow.method(),
                flow.frequency(),
                flow.security(),
                flow.article6(),
                flow.recipientsArticle6(),
                flow.outsideTask(),
                "9(2)(g)",
                "sch1-part2-18",
                "The lead's policy",
                LocalDate.of(2027, 5, 4),
                flow.lawEnforcement(),
                flow.underPart3(),
                flow.schedule8(),
                flow.power(),
                flow.confidentiality(),
                flow.confidentialCare(),
                flow.optOut(),
                flow.copyReason());
    }

    private void know(Person person) {
        if (people.find(person.id()).isEmpty()) {
            identity.saveUser(identity.newUser(person.id()));
            person.groups().forEach(group -> {
                if (identity.createGroupQuery().groupId(group).count() == 0) {
                    identity.saveGroup(identity.newGroup(group));
                }
            });
            join(person);
        }
    }

    private void join(Person person) {
        person.groups().stream()
                .filter(group -> identity.createUserQuery()
                                .userId(person.id())
                                .memberOfGroup(group)
                                .count()
                        == 0)
                .forEach(group -> identity.createMembership(person.id(), group));
    }
}
