package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.flows;
import static gm.sharing.journeys.Answers.needs;
import static gm.sharing.journeys.Answers.partners;
import static gm.sharing.journeys.Answers.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import gm.sharing.DemoApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of forms in a browser: live, kept while somebody types, without a known barrier, wide and narrow. */
@DemoApplication
class FormPagesPackagedTests extends FormsInBrowser {

    @Test
    void haveNoKnownBarrierEmptyFilledAndRefused() {
        var project = program.start(LEAD, proposal("Forms as pages"));
        hasNoKnownBarrier("/start/sharing-project", "start");
        hasNoKnownBarrier("/start/sharing-project/check", "check");
        page.click("button:has-text('Send')");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(Barriers.barriers(page)).isEmpty();

        var needs = "/tasks/" + program.awaitTask(project, "Task_DescribeNeeds", LEAD);
        hasNoKnownBarrier(needs, "needs");
        page.fill("#dataItems-0-name", "Address");
        page.click("button:has-text('Add another')");
        assertThat(page.locator("#dataItems-0-name")).hasValue("Address");
        page.click("button:has-text('Check your answers')");
        assertThat(page.locator("main")).containsText("Not answered yet");
        page.click("main button:has-text('Send')");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.locator("#_problems")).isFocused();
        assertThat(Barriers.barriers(page)).isEmpty();

        program.complete(project, "Task_DescribeNeeds", LEAD, needs());
        hasNoKnownBarrier(needs, "closed");
        hasNoKnownBarrier(needs + "/done", "done");
        findAndChooseInALongList("/tasks/" + program.awaitTask(project, "Task_NamePartners", LEAD));
        program.complete(project, "Task_NamePartners", LEAD, partners(List.of("salford"), List.of("bolton")));
        hasNoKnownBarrier("/tasks/" + program.awaitTask(project, "Task_DescribeFlows", LEAD), "flows");
        program.complete(
                project, "Task_DescribeFlows", LEAD, flows(List.of(flow(List.of("salford"), List.of("bolton")))));
        isAnsweredStepByStep("/tasks/" + program.awaitTask(project, "Task_AgreeArrangements", LEAD));
    }

    /** Tables are cards there, whose cells are told with the names of their columns all the same. */
    @Test
    void onATelephoneTheMenuTheFiltersAndTheCardsAreReachedByKeyboardAndWithoutScripts() {
        program.start(LEAD, proposal("On a telephone"));
        page.setViewportSize(360, 800);
        page.navigate(at("/projects"));
        var link = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Register of agreements"));
        assertThat(link).isHidden();
        page.locator("nav[aria-label=Main] summary").focus();
        page.keyboard().press("Enter");
        assertThat(link).isVisible();
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus")).hasAttribute("href", "/work");

        var cards = page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Projects that you lead"));
        assertThat(cards.getByRole(AriaRole.COLUMNHEADER)).hasCount(3);
        assertThat(cards.getByRole(AriaRole.ROWHEADER)
                        .getByText("On a telephone")
                        .first())
                .isVisible();
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "[document.documentElement, ...document.querySelectorAll('.sj-wide')].every(e => e.scrollWidth <= e.clientWidth)"))
                .as("nothing scrolls sideways")
                .isTrue();

        assertThat(page.locator("#words")).isHidden();
        page.locator("summary:has-text('Search and filter')").focus();
        page.keyboard().press("Enter");
        page.fill("#words", "telephone");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("words=telephone"));
        assertThat(page.locator("#words")).isVisible();
        assertThat(page.locator("#words")).hasValue("telephone");
        worksWithoutScripts();
    }

    private void worksWithoutScripts() {
        try (var without = page.context()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setViewportSize(360, 800)
                        .setStorageState(page.context().storageState()))) {
            var plain = without.newPage();
            plain.navigate(at("/projects"));
            plain.click("nav[aria-label=Main] summary");
            plain.click("nav[aria-label=Main] a:has-text('Handbook')");
            assertThat(plain).hasURL(Pattern.compile("/handbook$"));
        }
    }

    /** Nobody has to pass the choices that they do not want. */
    private void findAndChooseInALongList(String form) {
        hasNoKnownBarrier(form, "partners");
        var choices = page.locator("[data-filter='Who provides information?'] .govuk-checkboxes__item:visible");
        assertThat(choices).hasCount(0);
        List.of("Tab", "Tab", "Enter").forEach(page.keyboard()::press);
        page.keyboard().type("salford city");
        assertThat(choices).hasCount(1);
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.fill("#providers-search", "");
        assertThat(choices).containsText("Salford City Council");
        page.locator("button:has-text('Show all')").first().click();
        assertThat(page.locator("#providers")).isFocused();
    }

    private void isAnsweredStepByStep(String form) {
        page.navigate(at(form + "/steps/2"));
        page.fill("#retention", "As long as needed");
        page.click("button:has-text('Continue')");
        assertThat(page.title()).startsWith("Error: Keeping and deleting – step 2 of 6");
        assertThat(page.locator("#_problems")).isFocused();
        hasNoKnownBarrier(form + "/steps/2", "step-refused");
        page.locator("#retentionPeriod").pressSequentially("11 mo");
        assertThat(page.locator("#retentionPeriod__listbox")).containsText("11 months");
        assertThat(Barriers.barriers(page)).isEmpty();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("#retentionPeriod")).hasValue("11 months");
        assertThat(page.locator("select[name=retentionPeriod]")).hasValue("P11M");
        for (var leaving : List.of("Escape", "Tab")) {
            page.locator("#retentionPeriod").focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.keyboard().press(leaving);
            assertThat(page.locator("select[name=retentionPeriod]")).hasValue("P11M");
            assertThat(page.locator(":focus")).hasCount(1);
        }
        page.fill("#retentionPeriod", "as long as it takes");
        page.keyboard().press("Tab");
        assertThat(page.locator("#retentionPeriod-no-choice"))
                .hasText("“as long as it takes” is not in this list. Choose from the list, or leave the field empty.");
        assertThat(page.locator("#retentionPeriod"))
                .hasAttribute("aria-describedby", Pattern.compile("retentionPeriod-no-choice"));
        assertThat(Barriers.barriers(page)).isEmpty();
        page.fill("#retentionPeriod", "11 months");
        assertThat(page.locator("#retentionPeriod-no-choice")).isHidden();
        assertThat(page.locator("select[name=retentionPeriod]")).hasValue("P11M");
        page.fill("#deletion", "Typed just before going back");
        page.click("button:has-text('Back')");
        assertThat(page.locator("h1")).containsText("Quality");
        page.click("button:has-text('Back')");
        hasNoKnownBarrier(form, "steps");
        hasNoKnownBarrier(form + "/before/Task_DescribeNeeds", "before");
        page.navigate(at(form));
        assertThat(page.locator(".govuk-task-list")).containsText("Completed");
        page.click("a:has-text('Keeping and deleting')");
        assertThat(page.locator("#deletion")).hasValue("Typed just before going back");
        assertThat(page.locator("#retentionPeriod")).hasValue("11 months");
        page.navigate(at(form + "/check"));
        page.click("a[href$='check=yes#accuracy']");
        page.fill("#accuracy", "Corrected within a week");
        page.fill("#minimisation", "No more than is needed");
        page.click("button:has-text('Continue')");
        assertThat(page.locator("h1")).containsText("Check your answers");
        assertThat(page.locator("main")).containsText("Corrected within a week");
    }

    @Test
    void takeAStartFromYourWorkToItsEndByTheKeyboardAlone() {
        page.navigate(at("/work"));
        tabTo("a[href='/start/sharing-project']");
        page.keyboard().press("Enter");
        page.waitForURL(at("/start/sharing-project"));
        for (var field : List.of("title", "visionWho", "visionNeed", "visionWhat", "visionBetween")) {
            tabTo("#" + field);
            page.keyboard().type("By the keyboard, " + field);
            page.keyboard().press(field.equals("title") ? "Enter" : "Shift");
            assertThat(page.locator("#" + field)).isFocused();
        }
        tabTo("#visionBenefit");
        page.keyboard().type("help earlier");
        tabTo("#visionMeasure");
        page.keyboard().type("fewer referrals");
        tabTo("button[value=send]");
        page.keyboard().press("Enter");

        assertThat(page.locator("#_problems")).isFocused();
        tabTo("#_problems a[href='#urgency']");
        page.keyboard().press("Enter");
        assertThat(page.locator("#urgency")).isFocused();
        page.keyboard().press("Space");
        assertThat(page.locator("#urgency")).isChecked();
        tabTo("button[value=send]");
        page.keyboard().press("Enter");

        page.waitForURL(Pattern.compile(".*/done/.*"));
        assertThat(page.locator("h1")).containsText("Sent");
    }

    private void tabTo(String part) {
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("part => document.activeElement.matches(part)", part))) {
                return;
            }
        }
        throw new AssertionError("No way by the keyboard to " + part);
    }

    @Test
    void leadToTheFirstFieldByTheirSecondSkipLink() {
        var project = program.start(LEAD, proposal("By keyboard"));
        page.navigate(at("/tasks/" + program.awaitTask(project, "Task_DescribeNeeds", LEAD)));

        List.of("Tab", "Tab", "Enter").forEach(page.keyboard()::press);

        assertThat(page.evaluate("document.activeElement.matches('#_form select, #_form textarea')"))
                .isEqualTo(true);
    }

    @Test
    void leadToADiagramOfWhereTheProjectStands() {
        var refused = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                refused.add(message.text());
            }
        });
        page.onPageError(refused::add);
        var project = program.start(LEAD, proposal("Where it stands, drawn"));
        program.awaitTask(project, "Task_DescribeNeeds", LEAD);
        page.navigate(at("/projects/" + project));
        page.click("text=Each step, with the diagram");

        assertThat(page.locator(".sj-diagram[data-drawn]")).isVisible();
        assertThat(page.locator("[data-element-id=Task_DescribeNeeds].sj-mark--here"))
                .isVisible();
        assertThat(page.locator(".djs-container .sj-badge--here:visible")).hasText("1 here");
        assertThat(page.locator("a.bjs-powered-by")).isVisible();
        assertThat(page.locator("[data-planes] option:checked")).hasText("Describe the sharing");
        var before = page.locator(".djs-container > svg").boundingBox().width;
        page.focus("button:has-text('Larger')");
        page.keyboard().press("Enter");
        assertThat(page.locator(".djs-container > svg").boundingBox().width).isGreaterThan(before);
        isWithoutKnownBarrier(page.url(), "steps");
        hasNoKnownBarrier("/projects/" + project + "/history?kind=project", "history");
        assertThat(refused).as("what the browser was not allowed").isEmpty();
    }

    private void hasNoKnownBarrier(String path, String name) {
        page.navigate(at(path));
        isWithoutKnownBarrier(path, name);
    }

    private void isWithoutKnownBarrier(String path, String name) {
        assertThat(Barriers.atEachWidth(page)).as(path).isEmpty();
        for (var width : List.of(1280, 320)) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/form-" + name + "-" + width + ".png")));
        }
    }
}
