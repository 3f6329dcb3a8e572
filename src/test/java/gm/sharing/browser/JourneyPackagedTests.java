package gm.sharing.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/**
 * A project with three partners clicked through Tasklist from the start form to the register, each person in a browser of
 * their own. Screenshots are left in {@code target/screenshots}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class JourneyPackagedTests {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final LocalDate FIRST_DAY =
            LocalDate.now(ZoneId.of("Europe/London")).plusMonths(1);
    private static final String TITLE = "Help before eviction";

    static Chromium chromium;

    @LocalServerPort
    int port;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void threePartnersSignWhatALeadProposed() {
        var lead = signIn("lead.manchester");
        proposes(lead);
        describes(lead);
        screens(lead);

        var officer = signIn("dpo.manchester");
        officer.claimTask("Advise whether a DPIA is needed");
        officer.choose("Is a DPIA needed?", "No, none is needed")
                .fill("Reasons for your advice", "Only names and addresses of tenants in arrears are shared.");
        shoot(officer, "confirm-no-dpia");
        officer.complete();

        var senior = signIn("signatory.manchester");
        senior.claimTask("Decide to go ahead without a DPIA");
        senior.choose("What do you decide?", "Go ahead without a DPIA").fill("Your role", "SIRO");
        shoot(senior, "decide-no-dpia");
        senior.complete();

        lead.openTask("Check the draft agreement");
        lead.choose("Is it ready?", "Yes: send it");
        shoot(lead, "check-draft");
        lead.complete();

        for (var partner : List.of("manchester", "bolton", "gmp")) {
            var reviewer = signIn("ig." + partner);
            reviewer.claimTask("Review the agreement");
            shoot(reviewer, "review-" + partner);
            reviewer.choose("What do you advise?", "Sign").complete();

            var signatory = signIn("signatory." + partner);
            signatory.claimTask("Sign the agreement");
            signatory
                    .choose("What does your organisation decide?", "Sign")
                    .fill("Your role", "SIRO")
                    .tick("I may make this decision");
            shoot(signatory, "sign-" + partner);
            signatory.complete();
        }

        assertPublished();
    }

    private void proposes(Tasklist lead) {
        lead.startForm("Sharing project");
        lead.fill("Title of the project", TITLE)
                .choose("How urgent is it?", "Normal")
                .fill("For whom?", "tenants in arrears")
                .fill("Who …", "may lose their home")
                .fill("Sharing what?", "their names, addresses and arrears")
                .fill("Between whom?", "two councils and the police")
                .fill("Will …", "let us help in time")
                .fill("We will know by", "fewer evictions");
        assertThat(lead.page().locator(".modal-content blockquote"))
                .hasText(Pattern.compile(
                        "For tenants in arrears who may lose their home, sharing their names, addresses and"
                                + " arrears between two councils and the police will let us help in time; we will know by fewer"
                                + " evictions\\."));
        shoot(lead, "start-proposal");
        lead.start();
    }

    private void describes(Tasklist lead) {
        lead.openTask("Describe what needs to be shared");
        lead.fill("Purpose", "To find households that need help before they lose their home.")
                .fill("Why it is necessary", "No partner alone sees the arrears.")
                .fill("Benefits", "Help reaches people earlier.")
                .fill("Whose information is it?", "Tenants of the partners.")
                .choose("Which of these groups", "Tenants and households")
                .fill("How many people, in your words?", "About 4,000 a year")
                .select("How many people is that?", "1,000 to 10,000")
                .choose("Will you link or match records about the same person?", "No")
                .fill("Item", "Name, address and arrears")
                .select("What kind of information is it?", "Personal data")
                .select("Can people be identified?", "Yes: people can be identified");
        shoot(lead, "describe-needs");
        lead.complete();

        lead.openTask("Name the partners");
        lead.tag("Who provides information?", "Manchester City Council")
                .tag("Who receives information?", "Bolton Council", "Greater Manchester Police")
                .choose("Do any of the controllers decide together", "No")
                .fill("Joining and leaving", "By a written request to the lead; leaving takes three months' notice.");
        shoot(lead, "name-partners");
        lead.complete();

        lead.openTask("Describe flows and lawful bases");
        lead.tag("From", "Manchester City Council")
                .tag("To", "Bolton Council", "Greater Manchester Police")
                .fill("What is shared", "Name, address and arrears of tenants in arrears of eight weeks.")
                .select("How it is shared", "Secure file transfer")
                .fill("Why a copy is needed", "The council's system cannot be read from outside.")
                .select("How often", "Weekly")
                .fill("Security", "Encrypted in transit and at rest.")
                .select("Lawful basis", "Public task")
                .choose("Does a competent authority", "No")
                .tag("Legal powers", "Another power")
                .fill("More about the powers", "Homelessness Reduction Act 2017, section 2")
                .choose("Does it hold confidential information", "No");
        shoot(lead, "describe-flows");
        lead.complete();

        lead.openTask("Set out the arrangements");
        lead.fill("How long it is kept, and why", "For as long as the household is helped, and one year after.")
                .select("Longest period", "2 years")
                .fill("Return and deletion", "Each recipient deletes and says so in writing.")
                .fill("Only what is needed", "Only households in arrears of eight weeks or more.")
                .fill("Accuracy and formats", "Corrected within five days.")
                .fill("Security", "Access by role, logged and reviewed each quarter.")
                .fill("Who has access", "Housing options officers.")
                .fill("Further use and sharing", "None without a new agreement.")
                .fill("Breaches", "Told to the provider within 24 hours.")
                .fill("How people are told", "In each partner's privacy notice.")
                .fill("How people use their rights", "Any partner takes a request.")
                .fill("One contact for people", "information.rights@example.org")
                .pickDate("First day of the sharing", FIRST_DAY)
                .choose("Review the agreement after", "2 years");
        shoot(lead, "agree-arrangements");
        lead.complete();
    }

    private static void screens(Tasklist lead) {
        lead.openTask("Answer the DPIA screening");
        assertThat(lead.page().locator(".fjs-form")).containsText("So these criteria are met already");
        assertThat(lead.page().locator(".fjs-form")).containsText("None so far.");
        lead.choose("Are decisions about people automated?", "It proposes")
                .choose("Does a tool influence decisions that matter to the public?", "Yes")
                .choose("Are decisions about people automated?", "No: people decide");
        lead.choose("Are people observed systematically?", "Yes").choose("In places that the public can enter?", "Yes");
        for (String question : List.of(
                "Are people profiled",
                "Is artificial intelligence",
                "Does the result decide",
                "Are people observed systematically?",
                "Are people’s movements or behaviour tracked?",
                "Is a technology new here",
                "Are there people who will not be told?",
                "Could a breach endanger",
                "Do you want the ethics panel")) {
            lead.choose(question, "No");
        }
        assertThat(lead.page().locator(".fjs-form")).not().containsText("Does a tool influence");
        assertThat(lead.page().locator(".fjs-form")).not().containsText("In places that the public can enter?");
        shoot(lead, "answer-screening");
        lead.complete();
    }

    private void assertPublished() {
        Page resident = chromium.newPerson();
        resident.navigate(address() + "/register");
        for (int i = 0; i < 60 && resident.getByText(TITLE).count() == 0; i++) {
            resident.reload();
        }
        resident.getByText(TITLE).first().click();
        assertThat(resident.locator("main")).containsText("Greater Manchester Police");
        assertThat(resident.locator("main"))
                .containsText(
                        DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).format(FIRST_DAY));
        resident.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("register.png"))
                .setFullPage(true));
    }

    private Tasklist signIn(String person) {
        return Tasklist.signIn(chromium.newPerson(), address(), person);
    }

    private String address() {
        return "http://localhost:" + port;
    }

    private static void shoot(Tasklist tasklist, String name) {
        tasklist.screenshot(SCREENSHOTS.resolve(name + ".png"));
        org.assertj.core.api.Assertions.assertThat(tasklist.cutOff()).as(name).isEmpty();
    }
}
