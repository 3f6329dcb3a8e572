package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/** Tasklist in a browser as one signed-in person sees it. Fields are found by the labels that people read. */
final class Tasklist {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int MOST_STOPS = 80;
    private static final Locator.ClickOptions AT_ITS_BEGINNING = new Locator.ClickOptions().setPosition(20, 20);

    private final Page page;
    private final String address;
    private Locator form;

    private Tasklist(Page page, String address) {
        this.page = page;
        this.address = address;
        this.form = page.locator("body");
    }

    /** Of somebody who has signed in. */
    static Tasklist of(Page page, String address) {
        return new Tasklist(page, address);
    }

    /** Signs in on our own page; Tasklist then opens without asking again. */
    static Tasklist signIn(Page page, String address, String person) {
        page.navigate(address + "/login");
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill("demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL(address + "/work");
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
        submit(page.locator(".modal-footer").getByText("Start", new Locator.GetByTextOptions().setExact(true))::click);
        assertThat(page.locator(".modal-content")).isHidden();
    }

    /** Takes over a task that colleagues may do as well. */
    void claimTask(String task) {
        claimTask(task, task);
    }

    /** As {@link #claimTask(String)}, of this project. */
    void claimTask(String task, String project) {
        open("My organisation's tasks", task, project);
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

    /** Opens the task of this name of this project. */
    void openTask(String task, String project) {
        open("My tasks", task, project);
    }

    /** Opens another task of this project in the list that is shown. */
    void openListedTask(String task, String project) {
        form = page.locator(".fjs-form");
        chooseListed(task, project);
        if (!comes(form)) {
            // On a slow machine Tasklist lets go of what was chosen before it had the list anew after a completion.
            chooseListed(task, project);
        }
        assertThat(form.locator("h1").first()).hasText(startingWith(task));
    }

    private void chooseListed(String task, String project) {
        // Where Tasklist's messages, which go by themselves, do not lie over it.
        listedOf(project)
                .filter(new Locator.FilterOptions().setHasText(task))
                .first()
                .click(AT_ITS_BEGINNING);
    }

    private static boolean comes(Locator what) {
        try {
            what.waitFor(new Locator.WaitForOptions().setTimeout(15_000));
            return true;
        } catch (TimeoutError e) {
            return false;
        }
    }

    /** The tasks of this project that are listed. */
    Locator listedOf(String project) {
        return listed().filter(new Locator.FilterOptions().setHasText(project));
    }

    private Locator listed() {
        return page.locator("[cam-tasks] .task, .tasks-list .task");
    }

    private void open(String filter, String task) {
        open(filter, task, task);
    }

    private void open(String filter, String task, String also) {
        open();
        page.locator(".task-filters, [cam-tasklist-filters]")
                .getByText(filter)
                .first()
                .click();
        listed().filter(new Locator.FilterOptions().setHasText(task))
                .filter(new Locator.FilterOptions().setHasText(also))
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
        Locator input = input(label);
        input.fill(text);
        input.blur(); // the form takes what was typed at once, not a moment later
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

    Tasklist pickDate(String label, LocalDate date) {
        var input = field(label).locator("input").first();
        input.fill(DAY.format(date));
        input.press("Enter");
        return this;
    }

    Tasklist tick(String label) {
        field(label).locator("input[type=checkbox]").check();
        return this;
    }

    /** The rows of the form's list. */
    Locator rows() {
        return form.locator(".fjs-repeat-row-container");
    }

    /** Only the row of this number, counted from one. */
    Tasklist row(int number) {
        return part(rows().nth(number - 1));
    }

    Tasklist addRow() {
        int before = rows().count();
        form.locator(".fjs-repeat-render-add").click();
        assertThat(rows()).hasCount(before + 1);
        return row(before + 1);
    }

    void removeRow(int number) {
        int before = rows().count();
        rows().nth(number - 1).locator(".fjs-repeat-row-remove").click();
        assertThat(rows()).hasCount(before - 1);
    }

    /** Only the group with this heading. */
    Tasklist group(String heading) {
        return part(form.locator(".fjs-form-field-group")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("> label, > .fjs-form-field-label")
                                .filter(new Locator.FilterOptions().setHasText(startingWith(heading)))))
                .first());
    }

    /** Only this part of the form. */
    Tasklist part(Locator part) {
        var narrowed = new Tasklist(page, address);
        narrowed.form = part;
        return narrowed;
    }

    /** The form, or what it was narrowed to. */
    Locator form() {
        return form;
    }

    /** What can be typed into: the input or the text area of the field. */
    Locator input(String label) {
        return field(label).locator("input, textarea").first();
    }

    /** Tries to complete the task; returns what Tasklist says about it. */
    Locator tryToComplete() {
        completeButton().click();
        return page.locator(".page-notifications");
    }

    /** From where the keyboard is now to this part of the page. */
    void tabTo(Locator part) {
        for (int i = 0; i < MOST_STOPS && !isFocused(part); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(part).isFocused();
    }

    private static boolean isFocused(Locator part) {
        return (boolean) part.evaluate("part => part === document.activeElement");
    }

    /** As {@link #complete()}, without a mouse. */
    void completeByKeyboard() {
        tabTo(completeButton());
        submit(() -> page.keyboard().press("Enter"));
        assertThat(page.locator(".fjs-form")).isHidden();
    }

    /** Completes the task and returns when the server has taken it. */
    void complete() {
        submit(completeButton()::click);
        assertThat(page.locator(".fjs-form")).isHidden();
    }

    private Locator completeButton() {
        return page.locator("button", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*Complete\\s*$")))
                .last();
    }

    private void submit(Runnable press) {
        try {
            var answer = page.waitForResponse(response -> response.url().endsWith("/submit-form"), press);
            if (!answer.ok()) {
                throw new AssertionError(answer.text());
            }
        } catch (TimeoutError e) {
            throw new AssertionError(page.locator(".page-notifications").innerText(), e);
        }
    }

    /** Questions, options and cells of the form that are wider than their place, so that nobody reads their ends. */
    @SuppressWarnings("unchecked")
    List<String> cutOff() {
        return (List<String>)
                page.evaluate(
                        """
                () => [...document.querySelectorAll('.fjs-form .fjs-form-field-label, .fjs-form .fjs-form-field-text :is(td, th)')]
                  .filter(part => part.scrollWidth > part.clientWidth + 1 || part.getBoundingClientRect().right
                    > part.closest('.fjs-form').getBoundingClientRect().right)
                  .map(part => part.textContent)""");
    }

    /** The window as high as the form needs it, since forms scroll within Tasklist. */
    void screenshot(Path file) {
        var window = page.viewportSize();
        var missing = (Number) page.evaluate("Math.max(0, ...Array.from("
                + "document.querySelectorAll('section, div'), box => box.scrollHeight - box.clientHeight))");
        page.setViewportSize(window.width, window.height + missing.intValue());
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        page.setViewportSize(window.width, window.height);
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
