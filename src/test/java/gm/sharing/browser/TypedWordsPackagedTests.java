package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody types into a form's page is there afterwards, whatever comes between, and is sent once. */
@DemoApplication
class TypedWordsPackagedTests extends FormsInBrowser {

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private RepositoryService repository;

    @Test
    void showWhatFollowsAndKeepWhatIsTypedWithoutAnyButton() {
        page.navigate(at("/start/sharing-project"));
        assertThat(page.locator("#urgencyReason")).isHidden();

        page.check("[name=urgency][value=urgent]");
        assertThat(page.locator("#urgencyReason")).isVisible();
        page.fill("#urgencyReason", "They lose their home");
        page.fill("#visionWho", "families in debt");
        assertThat(page.locator(".govuk-inset-text")).containsText("For families in debt who");
        assertThat(page.locator("#_saved")).containsText("Saved at");

        page.reload();
        assertThat(page.locator("#urgencyReason")).hasValue("They lose their home");
        page.navigate(at("/work"));
        page.goBack();
        assertThat(page.locator("#visionWho")).hasValue("families in debt");
        page.click("button:has-text('Sign out')");
        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
    }

    @Test
    void keepWhatIsTypedWhenTheSessionEndsUntilThePersonSignsInAgain() {
        page.navigate(at("/start/sharing-project"));
        page.context().clearCookies();
        page.fill("#visionNeed", "typed after the session ended");
        assertThat(page.locator("#_saved")).containsText("you were signed out");

        var other = page.context().newPage();
        signIn(other, "ig.bolton");
        page.click("button:has-text('Save and come back later')");
        assertThat(page.locator("#_saved")).containsText("you were signed out");
        other.click("button:has-text('Sign out')");
        signIn(other, LEAD);
        assertThat(page.locator("#_saved")).containsText("Saved at");

        page.reload();
        assertThat(page.locator("#visionNeed")).hasValue("typed after the session ended");
    }

    @Test
    void keepWhatIsTypedAMomentBeforeLeavingForwardsAndBack() {
        page.navigate(at("/work"));
        page.navigate(at("/start/sharing-project"));
        page.fill("#visionWho", "typed a moment before");
        page.goBack();
        assertThat(page).hasURL(at("/work"));
        page.goForward();
        assertThat(page.locator("#visionWho")).hasValue("typed a moment before");

        page.fill("#visionWho", "typed before a link");
        page.click(".govuk-back-link");
        assertThat(page).hasURL(at("/work"));
        page.navigate(at("/start/sharing-project"));
        assertThat(page.locator("#visionWho")).hasValue("typed before a link");
    }

    @Test
    void showWhatWasTypedAMomentBeforeLeavingAlsoToWhoeverIsBackBeforeItArrived() {
        page.navigate(at("/start/sharing-project"));
        page.waitForResponse("**/keep", () -> page.fill("#visionWho", "saved before"));

        transactions.executeWithoutResult(held -> {
            database.update("update form_draft set form = form where form = '/start/sharing-project'");
            page.fill("#visionWho", "typed a moment before");
            page.click(".govuk-back-link");
            assertThat(page).hasURL(at("/work"));
            page.navigate(at("/start/sharing-project"));
            assertThat(page.locator("#visionWho")).hasValue("saved before");
            assertThat(page.locator("main")).hasAttribute("inert", "");
        });

        assertThat(page.locator("#visionWho")).hasValue("typed a moment before");
        assertThat(page.locator("main:not([inert])")).isVisible();
        page.waitForResponse("**/keep", () -> page.fill("#visionWho", "typed after that"));
        page.reload();
        assertThat(page.locator("#visionWho")).hasValue("typed after that");
    }

    @Test
    void askBeforeLosingWhatIsTypedAndCannotBeSavedNow() {
        page.navigate(at("/start/sharing-project"));
        page.context().setOffline(true);
        page.fill("#visionWho", "typed in a tunnel");
        assertThat(page.locator("#_saved")).containsText("there is no connection");
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });

        page.evaluate("location.href = '/work'");
        page.waitForCondition(() -> !asked.isEmpty());
        assertThat(asked).containsExactly("beforeunload");
        assertThat(page.locator("#visionWho")).hasValue("typed in a tunnel");
        page.context().setOffline(false);
        assertThat(page.locator("#_saved")).containsText("Saved at");
    }

    @Test
    void workWhateverAQuestionIsCalled() {
        var deployment = repository
                .createDeployment()
                .addString(
                        "describe-needs.form",
                        Shipped.text("describe-needs.form")
                                .replaceFirst(
                                        "\\{\\s*\"type\": \"textarea\"",
                                        Stream.of(
                                                        "dataset",
                                                        "elements",
                                                        "action",
                                                        "submit",
                                                        "requestSubmit",
                                                        "querySelectorAll",
                                                        "form")
                                                .map(key -> "{\"type\": \"textfield\", \"id\": \"Own_" + key
                                                        + "\", \"key\": \"" + key + "\", \"label\": \"Own\"}, ")
                                                .collect(Collectors.joining("", "", "$0"))))
                .deploy();
        try {
            var project = program.start(LEAD, proposal("Called as a form is"));
            page.navigate(at("/tasks/" + program.awaitTask(project, "Task_DescribeNeeds", LEAD)));
            page.fill("#dataset", "typed into a question");
            assertThat(page.locator("#_saved")).containsText("Saved at");
            page.fill("#action", "typed next");
            page.click("button:has-text('Check your answers')");
            assertThat(page.locator("main")).containsText("typed into a question");
            assertThat(page.locator("main")).containsText("typed next");
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void keepWhatIsTypedWithoutAConnectionUntilThereIsOne() {
        page.navigate(at("/start/sharing-project"));
        page.context().setOffline(true);
        page.fill("#visionWho", "typed in a tunnel");
        assertThat(page.locator("#_saved")).containsText("there is no connection");
        page.setViewportSize(375, 700);
        page.setViewportSize(700, 375);
        assertThat(page.locator("#visionWho")).hasValue("typed in a tunnel");

        page.context().setOffline(false);
        assertThat(page.locator("#_saved")).containsText("Saved at");
        page.reload();
        assertThat(page.locator("#visionWho")).hasValue("typed in a tunnel");
    }

    @Test
    void sayThatWhatIsTypedIsTooLongAndSaveItOnceItIsShorter() {
        page.navigate(at("/start/sharing-project"));
        page.fill("#visionWho", "x".repeat(2_000_001));
        assertThat(page.locator("#_saved")).containsText("Not saved: your answers are too long");

        page.fill("#visionWho", "shorter");
        assertThat(page.locator("#_saved")).containsText("Saved at");
    }

    @Test
    void keepWhatIsTypedWhileTheHandbookIsReadAndSendItOnceWhenTheButtonIsPressedTwice() {
        var project = program.start(LEAD, proposal("Pressed twice"));
        program.complete(project, "Task_DescribeNeeds", LEAD, needs());
        var task = program.awaitTask(project, "Task_NamePartners", LEAD);
        page.navigate(at("/tasks/" + task));
        page.click("main summary");
        var handbook = page.waitForPopup(() -> page.click("text=Read about this step"));
        assertThat(handbook).hasURL(Pattern.compile(".*/handbook/steps/.*"));
        handbook.close();
        page.fill("#providers-search", "Salford");
        page.check("[name=providers][value=salford]");
        page.fill("#recipients-search", "Bolton");
        page.check("[name=recipients][value=bolton]");
        page.check("[name=jointControllers][value=false]");
        page.fill("#joiningAndLeaving", "By a variation");

        page.dblclick("button[value=send]");

        assertThat(page).hasURL(at("/tasks/" + task + "/done"));
        assertThat(page.locator("main")).containsText("What happens next");
        program.awaitTask(project, "Task_DescribeFlows", LEAD);
    }
}
