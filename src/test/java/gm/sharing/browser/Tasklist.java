package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tasklist in a browser as one signed-in person sees it. Fields are found by the labels that people read. */
final class Tasklist {

    private final Page page;
    private final String address;
    private Locator form;

    private Tasklist(Page page, String address) {
        this.page = page;
        this.address = address;
        this.form = page.locator("body");
    }

    /** Signs in on our own page; Tasklist then opens without asking again. */
    static Tasklist signIn(Page page, String address, String person) {
        page.navigate(address + "/login");
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill("demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL(address + "/projects");
        return new Tasklist(page, address);
    }

    Page page() {
        return page;
    }

    void startForm(String process) {
        open();
        page.getByText("Start process", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.locator(".modal-content").getByText(process).first().click();
        form = page.locator(".modal-content .fjs-form");
        assertThat(form).isVisible();
    }

    void start() {
        submit(page.locator(".modal-footer").getByText("Start", new Locator.GetByTextOptions().setExact(true)));
        assertThat(page.locator(".modal-content")).isHidden();
    }

    /** Takes over a task that colleagues may do as well. */
    void claimTask(String task) {
        open("My organisation's tasks", task);
        page.locator("[cam-tasklist-task], .task-details, body")
                .getByText("Claim", new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(form.locator("input:not([disabled]), textarea:not([disabled])")
                        .first())
                .isVisible();
    }

    /** Opens the person's one task of this name. */
    void openTask(String task) {
        open("My tasks", task);
    }

    private void open(String filter, String task) {
        open();
        page.locator(".task-filters, [cam-tasklist-filters]")
                .getByText(filter)
                .first()
                .click();
        page.locator("[cam-tasks] .task, .tasks-list .task")
                .filter(new Locator.FilterOptions().setHasText(task))
                .first()
                .click();
        form = page.locator(".fjs-form");
        assertThat(form).isVisible();
    }

    private void open() {
        page.navigate("about:blank");
        page.navigate(address + "/camunda/app/tasklist/default/");
        assertThat(page.getByText("Start process", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
    }

    Tasklist fill(String label, String text) {
        field(label).locator("input, textarea").first().fill(text);
        return this;
    }

    /** Tasklist's header shrinks a moment after somebody scrolled, and may move an option from under the pointer. */
    Tasklist choose(String label, String option) {
        var choice = field(label).getByLabel(startingWith(option)).first();
        for (int i = 0; i < 3 && !choice.isChecked(); i++) {
            choice.click();
        }
        assertThat(choice).isChecked();
        return this;
    }

    /** For a list to choose one from. */
    Tasklist select(String label, String option) {
        field(label)
                .locator("input, .fjs-select-display, .fjs-input-group")
                .first()
                .click();
        form.page().locator(".fjs-dropdownlist-item").getByText(option).first().click();
        return this;
    }

    /** For a list to choose several from. The list narrows a moment after the typing, so nothing is taken by position. */
    Tasklist tag(String label, String... options) {
        for (var option : options) {
            var input = field(label).locator("input.fjs-taglist-input");
            input.focus();
            input.fill(option);
            field(label)
                    .locator(".fjs-dropdownlist-item")
                    .filter(new Locator.FilterOptions().setHasText(option))
                    .first()
                    .click();
            assertThat(field(label).locator(".fjs-taglist-tag").filter(new Locator.FilterOptions().setHasText(option)))
                    .isVisible();
            input.blur();
        }
        return this;
    }

    Tasklist pickDate(String label, String date) {
        var input = field(label).locator("input").first();
        input.fill(date);
        input.press("Enter");
        return this;
    }

    Tasklist tick(String label) {
        field(label).locator("input[type=checkbox]").check();
        return this;
    }

    /** Completes the task and returns when the server has taken it. */
    void complete() {
        submit(completeButton());
        assertThat(page.locator(".fjs-form")).isHidden();
    }

    private Locator completeButton() {
        return page.locator("button", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*Complete\\s*$")))
                .last();
    }

    private void submit(Locator button) {
        var answer = page.waitForResponse(response -> response.url().endsWith("/submit-form"), button::click);
        if (!answer.ok()) {
            throw new AssertionError(answer.text());
        }
    }

    void screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** The field whose label begins with these words; a group around it matches too, but comes before it. */
    private Locator field(String label) {
        return form.locator(".fjs-form-field")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("label, .fjs-form-field-label")
                                .filter(new Locator.FilterOptions().setHasText(startingWith(label)))))
                .last();
    }

    /** The browser's regular expressions know no quoting. */
    private static Pattern startingWith(String words) {
        return Pattern.compile("^\\s*" + words.replaceAll("[.?()]", "\\\\$0"));
    }
}
