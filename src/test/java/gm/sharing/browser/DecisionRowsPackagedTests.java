package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.Locator;
import gm.sharing.DemoApplication;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.Comment;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.Decisions;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffFixture;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.StatedCondition;
import gm.sharing.signoff.Step;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Conditions and comments in Tasklist: rows by the IG officer, taken over and changed by the signatory. */
@DemoApplication
class DecisionRowsPackagedTests {

    private static final LocalDate DUE = LocalDate.now().plusMonths(2);
    private static final OrganisationCode BURY = ProjectFixture.BURY;

    private static Chromium chromium;

    @Autowired
    private AgreementScenario scenario;

    @Autowired
    private SignOffs signOffs;

    @Autowired
    private Decisions decisions;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService jobs;

    @LocalServerPort
    private int port;

    private ProjectReference reference;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void sendOut() {
        reference = scenario.sentForSignOff("Plans that move");
    }

    private void askBury(String task) {
        runtime.createProcessInstanceByKey("partner-sign-off")
                .businessKey(reference.value())
                .setVariables(Map.of(
                        "partner",
                        "bury",
                        "round",
                        1,
                        "lead",
                        AgreementScenario.LEAD.id(),
                        "leadOrganisation",
                        "manchester",
                        "urgency",
                        "normal",
                        "caldicott",
                        false,
                        "signatories",
                        1,
                        "signOffDue",
                        new Date()))
                .startBeforeActivity(task)
                .execute();
    }

    @Test
    void carriesConditionsAndCommentsFromTheOfficerToTheSignatoryAndIntoTheRecord() {
        askBury("Task_ReviewAgreement");
        var officer = signIn("ig.bury");
        officer.claimTask("Review the agreement", reference.value());
        officer.choose("What do you advise?", "Sign with conditions");
        assertThat(conditions(officer)).hasCount(1);
        assertThat(comments(officer)).hasCount(0);
        assertThat(officer.tryToComplete()).containsText("marked in red");
        condition(officer, 1, "Staff are trained before the start.", "IG officer, Bury Council");
        officer.form().locator(".fjs-repeat-render-add").first().click();
        condition(officer, 2, "Access is reviewed every quarter.", "Project lead");
        officer.form().locator(".fjs-repeat-render-add").last().click();
        comment(officer, 1, "9.3 Retention", "Two years are enough.");
        officer.complete();
        goOn();

        assertThat(ofBury().said().at(Step.REVIEW).orElseThrow()).satisfies(review -> {
            assertThat(review.conditions())
                    .extracting(StatedCondition::text, StatedCondition::owner, StatedCondition::due)
                    .containsExactly(
                            tuple("Staff are trained before the start.", "ig-bury", DUE),
                            tuple("Access is reviewed every quarter.", "lead", DUE));
            assertThat(review.comments()).containsExactly(new Comment("retention", "Two years are enough."));
        });

        var signatory = signIn("signatory.bury");
        signatory.claimTask("Sign the agreement", reference.value());
        assertThat(signatory.form()).containsText("Two years are enough.");
        signatory.choose("What does your organisation decide?", "Sign with conditions");
        assertThat(conditions(signatory)).hasCount(2);
        conditions(signatory).first().locator(".fjs-repeat-row-remove").click();
        assertThat(conditions(signatory)).hasCount(1);
        signatory.fill("Your role", "Senior Information Risk Owner");
        signatory.tick("I may make this decision");
        signatory.complete();

        assertThat(ofBury().decision()).contains(Decision.SIGN_WITH_CONDITIONS);
        assertThat(ofBury().conditions())
                .extracting(StatedCondition::text, StatedCondition::ownerName, StatedCondition::due)
                .containsExactly(tuple("Access is reviewed every quarter.", "Project lead", DUE));
    }

    /** What a form hides is not sent, also when it was filled in before. */
    @Test
    void leavesOutTheConditionsThatTheOfficerAdvisedWhenTheSignatoryDoesNotWantThem() {
        decisions.review(
                new SignOffId(reference, 1, BURY),
                SignOffFixture.review(Decision.SIGN_WITH_CONDITIONS),
                SignOffFixture.person("ig", BURY),
                Role.IG_OFFICER);
        askBury("Task_SignAgreement");

        var signatory = signIn("signatory.bury");
        signatory.claimTask("Sign the agreement", reference.value());
        signatory.choose("What does your organisation decide?", "Sign with conditions");
        assertThat(conditions(signatory)).hasCount(1);
        signatory.choose("What does your organisation decide?", "Sign");
        assertThat(conditions(signatory)).hasCount(0);
        signatory.fill("Your role", "Senior Information Risk Owner");
        signatory.tick("I may make this decision");
        signatory.complete();

        assertThat(ofBury().decision()).contains(Decision.SIGN);
        assertThat(ofBury().conditions()).isEmpty();
    }

    @Test
    void takesAQuestionToTheLeadAndBringsTheTaskBackWithTheAnswer() {
        runtime.createProcessInstanceByKey("partner-sign-off")
                .businessKey(reference.value())
                .setVariables(Map.of(
                        "partner",
                        "bury",
                        "round",
                        1,
                        "lead",
                        AgreementScenario.LEAD.id(),
                        "leadOrganisation",
                        "manchester",
                        "urgency",
                        "normal"))
                .execute();
        var officer = signIn("ig.bury");
        officer.claimTask("Review the agreement", reference.value());
        officer.choose("What do you advise?", "Ask the lead a question");
        assertThat(comments(officer)).hasCount(0);
        assertThat(officer.tryToComplete()).containsText("marked in red");
        officer.fill("Question to the lead", "Which system is meant?");
        officer.complete();
        goOn();

        var lead = signIn(AgreementScenario.LEAD.id());
        lead.openTask("Answer the question", reference.value());
        assertThat(lead.form()).containsText("Bury Council asks about version 1.0 of the agreement.");
        assertThat(lead.form()).containsText("Which system is meant?");
        lead.fill("Answer", "The one of the council.");
        lead.complete();
        goOn();

        var asker = signIn("ig.bury");
        asker.openTask("Review the agreement", reference.value());
        assertThat(asker.form()).containsText("Which system is meant?");
        assertThat(asker.form()).containsText("The one of the council.");
        asker.choose("What do you advise?", "Sign");
        asker.complete();

        assertThat(ofBury().said().at(Step.REVIEW)).isPresent();
    }

    /** What follows a decision is left to the job executor, which does not run here. */
    private void goOn() {
        jobs.createJobQuery()
                .processDefinitionKey("partner-sign-off")
                .messages()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private void condition(Tasklist tasklist, int row, String text, String owner) {
        var condition = tasklist.part(conditions(tasklist).nth(row - 1));
        condition.fill("What has to be done?", text);
        condition.select("Who is responsible?", owner);
        condition.pickDate("By when?", DUE);
    }

    private void comment(Tasklist tasklist, int row, String section, String text) {
        var comment = tasklist.part(comments(tasklist).nth(row - 1));
        comment.select("Which section is it about?", section);
        comment.fill("What do you say about it?", text);
    }

    private static Locator conditions(Tasklist tasklist) {
        return tasklist.rows().filter(new Locator.FilterOptions().setHasText("What has to be done?"));
    }

    private static Locator comments(Tasklist tasklist) {
        return tasklist.rows().filter(new Locator.FilterOptions().setHasText("Which section is it about?"));
    }

    private SignOff ofBury() {
        return signOffs.get(new SignOffId(reference, 1, BURY));
    }

    private Tasklist signIn(String person) {
        return Tasklist.signIn(chromium.newPerson(), "http://localhost:" + port, person);
    }
}
