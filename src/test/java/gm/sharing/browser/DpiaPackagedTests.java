package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/**
 * A DPIA in the browser, from its sections to the decision: its people fill in the forms as they find them. Screenshots are left
 * in {@code target/screenshots}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class DpiaPackagedTests extends BirthsAndDeaths {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String OFFICER = "dpo.salford";
    private static final int SECTIONS = 7;
    private static final int RISKS = 8;
    private static final int SUGGESTED = 5;
    private static final String EXPECTATION = "Few people know that councils read the register of deaths.";
    private static final String MENDED = "Few people know. Whoever registers a death is given a leaflet about it.";

    @Test
    void eightRisksAreAssessedTwoSectionsMendedAndTheDpiaApproved() throws IOException {
        writesTheSections();
        assessesTheRisks();
        panelAdvises();
        officerSendsTwoSectionsBack();
        mendsTheTwoSections();
        officerAgrees();
        signatoryApproves();
        everybodyReadsTheDpia();
    }

    private void writesTheSections() {
        lead.openTask("State the need", project);
        assertThat(lead.input("What does the project aim to achieve?"))
                .hasValue(Pattern.compile("For the people of Salford who die too early.*"));
        lead.fill(
                "What kind of processing",
                "Records are read, counted and mapped; a few are compared with care records.");
        shoot(lead, "dpia-need");
        lead.complete();

        lead.openListedTask("Describe the nature", project);
        lead.fill(
                        "How will you collect",
                        "Files come by secure transfer into a store of their own. Analysts make figures and maps of them."
                                + " A year's records are deleted when its audits are closed.")
                .fill(
                        "Where does the information come from?",
                        "From the registers of births and deaths, by NHS Digital.");
        shoot(lead, "dpia-nature");
        lead.complete();

        lead.openListedTask("Describe the scope", project);
        lead.fill("Which geographical area", "The city of Salford only.");
        shoot(lead, "dpia-scope");
        lead.complete();

        lead.openListedTask("Describe the context", project);
        lead.fill("What is your relationship", "They are residents whose health the council protects by law.")
                .fill(
                        "How much control",
                        "None over the registers. The opt-out does not apply to deaths that councils get.")
                .fill("Would they expect", EXPECTATION)
                .fill("Are there children", "Children who are born and children who died.")
                .fill("Are there prior concerns", "None here.")
                .fill("Is it new in any way", "No. Councils have worked with these records for years.")
                .fill("Are there current issues", "Whether people trust the NHS with what it passes on.");
        shoot(lead, "dpia-context");
        lead.complete();

        lead.openListedTask("Describe the purposes", project);
        lead.fill(
                "What is the intended effect",
                "None on a single person. Places become safer, and help goes where it lacks.");
        shoot(lead, "dpia-purposes");
        lead.complete();

        lead.openListedTask("Assess necessity", project);
        lead.fill("Is there another way", "Figures for whole areas hide single places.")
                .fill("How do you safeguard any transfers", "Nothing leaves the United Kingdom.");
        shoot(lead, "dpia-necessity");
        lead.complete();

        recordsTheConsultationByKeyboard();
    }

    private void recordsTheConsultationByKeyboard() {
        lead.openListedTask("Record the consultation", project);
        var keys = lead.page().keyboard();
        lead.tabTo(lead.input("Do you ask individuals"));
        keys.press("Space");
        assertThat(lead.input("When and how do you ask")).isVisible();
        types("When and how do you ask", "Healthwatch Salford and bereaved families, in March. They want plain words.");
        types("Who else is involved", "Safeguarding, the coroner's officers, information security.");
        types("Do you consult information security", "The council's security architect saw the store.");
        shoot(lead, "dpia-consult");
        lead.completeByKeyboard();
    }

    private void types(String label, String text) {
        lead.tabTo(lead.input(label));
        lead.page().keyboard().insertText(text);
    }

    private void assessesTheRisks() {
        rest.awaitTask(project, "Task_DpiaRisks", LEAD);
        lead.openTask("Assess risks", project);
        assertThat(lead.row(SUGGESTED + 1).form()).isVisible();
        shoot(lead, "dpia-risks-suggested");
        while (lead.rows().count() > SUGGESTED) {
            lead.removeRow(lead.rows().count());
        }
        lead.row(1).fill("What do you do about it?", "Matches are made by NHS number, and two analysts agree on each.");
        for (int number = 1; number <= SUGGESTED; number++) {
            remains(lead.row(number), "It reduces the risk", "Remote", "Minimal");
        }
        remains(
                describes(
                                lead.addRow(),
                                "A map of places where people took their lives is read beside a newspaper.",
                                "A family is recognised and asked how somebody died.",
                                "Possible",
                                "Severe",
                                "Maps show areas with ten deaths or more, and stay with the group that prevents suicides.")
                        .pickDate("When will it be in place?", inMonths(2)),
                "It reduces the risk",
                "Remote",
                "Significant");
        remains(
                describes(
                        lead.addRow(),
                        "An analyst knows the family of a child who died.",
                        "What the family told nobody is known at work.",
                        "Possible",
                        "Significant",
                        "Analysts pass such a case on. Who opened which record is looked at every month."),
                "It reduces the risk",
                "Remote",
                "Significant");
        remains(
                describes(
                        lead.addRow(),
                        "Records that came for public health are used to clean the council's lists.",
                        "A letter goes to a dead child's parents, or none goes to a widow.",
                        "Possible",
                        "Significant",
                        "The store is joined to no other system."),
                "It eliminates the risk",
                "Remote",
                "Minimal");
        assertThat(lead.rows()).hasCount(RISKS);
        shoot(lead, "dpia-risks");
        lead.complete();
    }

    private static LocalDate inMonths(int months) {
        return LocalDate.now(ZoneId.of("Europe/London")).plusMonths(months);
    }

    private static Tasklist describes(
            Tasklist row, String source, String impact, String likelihood, String severity, String measure) {
        return row.fill("Where does the risk come from?", source)
                .fill("What may happen to people?", impact)
                .select("How likely is harm, without", likelihood)
                .select("How severe, without", severity)
                .fill("What do you do about it?", measure);
    }

    private static void remains(Tasklist row, String effect, String likelihood, String severity) {
        row.select("What does the measure do", effect)
                .select("How likely is harm, with", likelihood)
                .select("How severe, with", severity)
                .select("Who is responsible for the measure?", "Project lead");
    }

    /** Children are among very many people, so that the ethics panel is asked. */
    private void panelAdvises() {
        rest.awaitTask(project, "Task_EthicsAdvise", "ethics");
        var panel = signIn("ethics");
        panel.claimTask("Advise on ethics", project);
        for (var principle : List.of(
                "Transparency",
                "Accountability",
                "Fairness",
                "Privacy",
                "Safety",
                "Societal impact",
                "Environmental sustainability",
                "Trade-offs")) {
            panel.fill(principle, "We see no harm.");
        }
        panel.choose("What does the panel advise?", "The panel supports the project")
                .fill("Summary", "Fair and useful.");
        shoot(panel, "dpia-ethics");
        panel.complete();
    }

    private void officerSendsTwoSectionsBack() {
        rest.awaitTask(project, "Task_DpiaAdvise", OFFICER);
        var officer = signIn(OFFICER);
        officer.claimTask("Advise on the DPIA", project);
        for (var section : List.of("The need", "Nature", "Scope", "Purposes", "Necessity")) {
            officer.group(section).choose("Your mark", "Acceptable");
        }
        officer.group("Consultation")
                .choose("Your mark", "Improvable")
                .fill("What needs fixing or improving?", "Ask the families again when the first audit is done.")
                .select("Who is responsible?", "IG officer, Salford City Council")
                .pickDate("By when?", inMonths(6));
        officer.group("Context")
                .choose("Your mark", "To fix")
                .fill("What needs fixing or improving?", "Say how families learn of the audits.");
        officer.group("Risks and measures")
                .choose("Your mark", "To fix")
                .fill("What needs fixing or improving?", "Say who looks at the records of access.");
        officer.choose("What do you advise?", "Send it back").fill("Summary of your advice", "Two sections need more.");
        shoot(officer, "dpia-advise");
        officer.complete();
    }

    private void mendsTheTwoSections() {
        rest.awaitTask(project, "Task_DpiaContext", LEAD);
        lead.openTask("Describe the context", project);
        assertThat(lead.listedOf(project)).hasCount(1);
        assertThat(lead.form()).containsText("Say how families learn of the audits.");
        assertThat(lead.input("Would they expect")).hasValue(EXPECTATION);
        shoot(lead, "dpia-context-sent-back");
        lead.fill("Would they expect", MENDED);
        lead.complete();

        rest.awaitTask(project, "Task_DpiaRisks", LEAD);
        lead.openTask("Assess risks", project);
        assertThat(lead.listedOf(project)).hasCount(1);
        assertThat(lead.rows()).hasCount(RISKS);
        assertThat(lead.form()).containsText("Say who looks at the records of access.");
        shoot(lead, "dpia-risks-sent-back");
        lead.row(RISKS - 1)
                .fill("What do you do about it?", "The head of analysis looks every month who opened which record.");
        lead.complete();
    }

    private void officerAgrees() {
        rest.awaitTask(project, "Task_DpiaAdvise", OFFICER);
        var officer = signIn(OFFICER);
        officer.claimTask("Advise on the DPIA", project);
        assertThat(officer.group("Consultation").input("What needs fixing or improving?"))
                .hasValue("Ask the families again when the first audit is done.");
        officer.group("Context").choose("Your mark", "Acceptable");
        officer.group("Risks and measures").choose("Your mark", "Acceptable");
        officer.choose("What do you advise?", "The processing can go ahead")
                .fill("Summary of your advice", "The measures fit the risks.");
        officer.complete();
    }

    private void signatoryApproves() {
        rest.awaitTask(project, "Task_DpiaDecide", "signatory.salford");
        var signatory = signIn("signatory.salford");
        signatory.claimTask("Decide on the DPIA", project);
        signatory
                .choose("What do you decide?", "Approve")
                .choose("Does your decision depart", "No")
                .fill("In which role", "Senior information risk owner")
                .fill("Who keeps this", "The director of public health");
        shoot(signatory, "dpia-decide");
        signatory.complete();
        rest.awaitTask(project, "Task_CheckDraft", LEAD);
    }

    private void everybodyReadsTheDpia() throws IOException {
        var page = lead.page();
        page.navigate(address() + "/projects/" + project);
        assertThat(page.locator("main svg")).hasCount(2);
        shoot(page, "dpia-project");
        page.getByText("Read the assessment").click();
        shoot(page, "dpia-versions");
        page.getByText("Version 2", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("main")).containsText(MENDED);
        assertThat(page.locator("main")).containsText("The head of analysis looks every month");
        shoot(page, "dpia-document");
        var pdf = page.request().get(page.url() + ".pdf");
        assertThat(pdf.headers()).containsEntry("content-type", "application/pdf");
        Files.write(SCREENSHOTS.resolve("dpia.pdf"), pdf.body());
        page.navigate(address() + "/measures");
        assertThat(page.locator("main")).containsText("Ask the families again");
        assertThat(page.locator("main")).containsText("Maps show areas with ten deaths or more");
        shoot(page, "dpia-measures");
    }

    @Test
    void whoeverComesSecondIsToldWhoSavedTheSectionAndLosesNothing() {
        var other = signIn(LEAD);
        lead.openTask("Describe the scope", project);
        lead.fill("Which geographical area", "The city of Salford, and its border.");
        other.openTask("Describe the scope", project);
        other.fill("Which geographical area", "The city of Salford only.");
        other.complete();
        assertThat(lead.listedOf(project)).hasCount(SECTIONS - 1);

        var answer = lead.tryToComplete();

        assertThat(answer).containsText("already");
        assertThat(answer).containsText("by Tom Hargreaves on");
        assertThat(answer).containsText("What you typed was not saved; copy it before you leave the form.");
        assertThat(lead.input("Which geographical area")).hasValue("The city of Salford, and its border.");
        shoot(lead, "dpia-second");
    }

    private static void shoot(Tasklist tasklist, String name) {
        tasklist.screenshot(SCREENSHOTS.resolve(name + ".png"));
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
