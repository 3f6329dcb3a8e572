package gm.sharing.journey;

import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.Dates;
import gm.sharing.PagesApplication;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.agreement.Agreements;
import gm.sharing.consultation.Acceptance;
import gm.sharing.consultation.CommissionerAnswer;
import gm.sharing.consultation.Periods;
import gm.sharing.consultation.PriorConsultations;
import gm.sharing.consultation.Regime;
import gm.sharing.consultation.SentItem;
import gm.sharing.consultation.Submission;
import gm.sharing.dpia.DpiaFixture;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.ProjectFixture;
import gm.sharing.signoff.BoardDecisions;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.DpiaPosition;
import gm.sharing.signoff.RefusalDecision;
import gm.sharing.signoff.Rounds;
import gm.sharing.signoff.SignOffFixture;
import gm.sharing.signoff.SignOffs;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What the pages of a project show to each who may see them, and that they are closed to everybody else. */
@PagesApplication
class ProjectPagesIntegrationTests extends PagesOfProjects {

    @Autowired
    Agreements agreements;

    @Autowired
    ProjectEnds ends;

    @Autowired
    BoardDecisions board;

    @Autowired
    Rounds rounds;

    @Autowired
    SignOffs signOffs;

    @Autowired
    PriorConsultations consultations;

    @Autowired
    Clock clock;

    @Test
    void sendsThoseWhoAreNotSignedInToTheSignInPage() throws Exception {
        var project = scenario.sentForSignOff("Not for everybody");

        web.perform(get("/projects/" + project).accept(MediaType.TEXT_HTML))
                .andExpect(redirectedUrlPattern("**/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/history.csv", "/agreement/1.0", "/agreement/1.0.pdf", "/agreement/1.0/content.json"})
    void isOpenToThoseWhoTakePartAndClosedToOthers(String page) throws Exception {
        var project = scenario.sentForSignOff("Who may see");

        for (var insider :
                new String[] {"lead.manchester", "dpo.manchester", "ig.bury", "signatory.wigan", "board", "admin"}) {
            as(insider, "/projects/" + project + page).andExpect(status().isOk());
        }
        for (var outsider : new String[] {"ig.oldham", "lead.salford", "signatory.gmp", "owner", "ethics"}) {
            as(outsider, "/projects/" + project + page).andExpect(status().isNotFound());
        }
    }

    @Test
    void showsWhichCriteriaTheScreeningFoundAndWhatLedToThem() throws Exception {
        var project = scenario.sentWithDpia("Criteria");

        for (var reader : new String[] {"lead.manchester", "ig.bury"}) {
            as(reader, "/projects/" + project)
                    .andExpect(content().string(containsString("Why a DPIA was needed:")))
                    .andExpect(content().string(containsString("Read the assessment and its versions")))
                    .andExpect(content().string(containsString("Data matching")))
                    .andExpect(content().string(containsString("Records come from two councils.")));
        }
    }

    @Test
    void isClosedToPartnersUntilItWasSentToThem() throws Exception {
        var project = scenario.drafted("Not sent yet");

        as("ig.bury", "/projects/" + project).andExpect(status().isNotFound());
        as("ig.bury", "/projects").andExpect(content().string(not(containsString("Not sent yet"))));
        as("ig.manchester", "/projects/" + project).andExpect(status().isOk());
    }

    @Test
    void showsWhereThePriorConsultationStands() throws Exception {
        var project = scenario.drafted("Consulted on");
        var today = LocalDate.now(clock);
        consultations.open(project);
        consultations.submit(
                project, new Submission(Regime.UK_GDPR, today, List.of(SentItem.values()), null), DpiaFixture.OFFICER);
        consultations.startClock(project, new Periods("P10D", "P8W", "P6W", "P1M"));
        consultations.answer(
                project,
                new Acceptance(Acceptance.Answer.ACCEPTED, today, today, "IC-123456", null),
                DpiaFixture.OFFICER);
        consultations.answer(
                project,
                new CommissionerAnswer(CommissionerAnswer.Kind.ASKS, today, "How long?", true, null, null, null),
                DpiaFixture.OFFICER);
        var day = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

        as("lead.manchester", "/projects/" + project)
                .andExpect(content()
                        .string(containsString("The Commissioner asked for information; the period is suspended")))
                .andExpect(content().string(containsString("IC-123456")))
                .andExpect(content()
                        .string(containsString("%s, and later by the days for which the period is suspended, since %s"
                                .formatted(day.format(today.plusWeeks(8)), day.format(today)))))
                .andExpect(content().string(not(containsString("How long?"))));

        ends.stop(project, "The need has gone.");
        as("lead.manchester", "/projects/" + project)
                .andExpect(content().string(containsString("Ended with the project")));
    }

    @Test
    void keepsDraftsThatWereNotSentFromPartners() throws Exception {
        var project = scenario.sentForSignOff("A second draft");
        projects.sentBackToLead(project);
        agreements.draft(project);

        as("ig.bury", "/projects/" + project + "/agreement/1.0").andExpect(status().isOk());
        as("ig.bury", "/projects/" + project + "/agreement/1.1").andExpect(status().isNotFound());
        as("lead.manchester", "/projects/" + project + "/agreement/1.1").andExpect(status().isOk());
    }

    @Test
    void showsAPartnerItsOwnReviewAndNobodyElses() throws Exception {
        var project = scenario.sentForSignOff("Whose review");
        scenario.sign(project, BURY, Decision.REQUEST_CHANGES);
        var ofBury = "The IG officer of Bury Council reviewed";

        as("ig.bury", "/projects/" + project)
                .andExpect(content().string(containsString(ofBury)))
                .andExpect(content().string(containsString("Changes requested")));
        as("ig.wigan", "/projects/" + project)
                .andExpect(content().string(not(containsString(ofBury))))
                .andExpect(content().string(not(containsString("Changes requested"))))
                .andExpect(content().string(containsString("Decided")));
        as("lead.manchester", "/projects/" + project)
                .andExpect(content().string(containsString(ofBury)))
                .andExpect(content().string(containsString("Changes requested")));
        as("admin", "/projects/" + project).andExpect(content().string(not(containsString(ofBury))));
        for (var knowing : List.of("ig.bury", "lead.manchester", "board")) {
            as(knowing, "/projects/" + project + "/history.csv")
                    .andExpect(content().string(containsString(ofBury)));
        }
        for (var other : List.of("ig.wigan", "admin")) {
            as(other, "/projects/" + project + "/history.csv")
                    .andExpect(content().string(containsString("\"When\",\"What happened\",\"Who\",\"Roles\"")))
                    .andExpect(content().string(not(containsString(ofBury))));
        }
    }

    @Test
    void showsAPartnersPositionOnTheDpiaToItselfTheLeadAndTheBoardOnly() throws Exception {
        var project = scenario.sentWithDpia("Whose position");
        scenario.sign(project, BURY, Decision.REQUEST_CHANGES, DpiaPosition.DISSENT);

        for (var insider : new String[] {"ig.bury", "signatory.bury", "lead.manchester", "dpo.manchester", "board"}) {
            as(insider, "/projects/" + project)
                    .andExpect(content().string(containsString("Dissents from the DPIA")))
                    .andExpect(content().string(containsString("The risk to tenants in hostels is not assessed.")));
        }
        for (var other : new String[] {"ig.wigan", "admin"}) {
            as(other, "/projects/" + project)
                    .andExpect(content().string(not(containsString("Position on the DPIA"))))
                    .andExpect(content().string(not(containsString("issents from the DPIA"))))
                    .andExpect(content().string(not(containsString("hostels"))));
        }
    }

    @Test
    void letsAPartnerThatTheBoardLeftOutReadTheProjectAsItStoodForIt() throws Exception {
        var project = scenario.sentForSignOff("Goes on without");
        scenario.sign(project, AgreementScenario.MANCHESTER, Decision.SIGN);
        scenario.sign(project, WIGAN, Decision.SIGN);
        scenario.sign(project, BURY, Decision.REFUSE);
        rounds.conclude(project, 1);
        projects.referredToBoard(project);
        board.aboutRefusal(
                project,
                1,
                new RefusalDecision(RefusalDecision.Choice.GO_ON_WITHOUT, "The ground holds."),
                SignOffFixture.BOARD);
        agreements.draft(project);
        projects.drafted(project);
        scenario.openFor(project, WIGAN);
        scenario.sign(project, WIGAN, Decision.REQUEST_CHANGES);

        as("ig.bury", "/projects/" + project)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Your organisation left this project on")))
                .andExpect(content().string(containsString("The ground holds.")))
                .andExpect(content().string(containsString("The project goes ahead without Bury Council.")))
                .andExpect(content().string(containsString("Agreement, version 1.0")))
                .andExpect(content().string(not(containsString("version 1.1"))))
                .andExpect(content().string(not(containsString("Where it stands now"))))
                .andExpect(content().string(not(containsString("Round 2"))));
        as("ig.bury", "/projects/" + project + "/agreement/1.0").andExpect(status().isOk());
        as("ig.bury", "/projects/" + project + "/agreement/1.1").andExpect(status().isNotFound());
        as("ig.bury", "/projects/" + project + "/dpia").andExpect(status().isNotFound());
        as("ig.bury", "/projects")
                .andExpect(content().string(containsString("Projects that your organisation has left")))
                .andExpect(content().string(containsString("Goes on without")));
        as("ig.wigan", "/projects/" + project + "/agreement/1.1").andExpect(status().isOk());
        as("ig.oldham", "/projects/" + project).andExpect(status().isNotFound());
    }

    @Test
    void showsWhereTheProjectStands() throws Exception {
        var project = started("Where it stands");

        as("lead.manchester", "/projects/" + project)
                .andExpect(content().string(containsString("Where it stands")))
                .andExpect(content().string(containsString("The lead is describing it")))
                .andExpect(content().string(containsString("Waits for")))
                .andExpect(content().string(containsString("Project lead")))
                .andExpect(content().string(containsString("aria-current=\"step\"")));
    }

    /** Where people look first: whom it waits for, or that it waits for nobody whom they may know. */
    @Test
    void saysUnderItsTitleWhomItWaitsFor() throws Exception {
        var project = started("Told under its title");
        as("lead.manchester", "/projects/" + project)
                .andExpect(
                        content()
                                .string(
                                        matchesPattern(
                                                "(?s).*<h1[^>]*>Told under its title</h1>\\s*<p[^>]*>\\s*<span>Waits for</span> <strong>Project lead, Manchester City Council</strong>:\\s*<a [^>]*>Describe what needs to be shared</a\\s*>, since \\d+ \\w+ \\d{4}, no deadline\\s.*")))
                .andExpect(content().string(containsString(">Stage: Needs. Next: Partners.</p>")));

        var sent = scenario.sentForSignOff("Nothing open under its title");
        as("lead.manchester", "/projects/" + sent)
                .andExpect(content()
                        .string(matchesPattern(
                                "(?s).*</h1>\\s*<p[^>]*>\\s*Not waiting for anyone that you can see.*")));
    }

    @Test
    void saysOfEachPartnerWhatWasAdvisedAndUntilWhenItHasTime() throws Exception {
        var project = scenario.sentForSignOff("Advised and due");
        scenario.advise(project, BURY, Decision.SIGN_WITH_CONDITIONS);
        var due = Dates.day(signOffs.of(project).get(0).clock().due());

        as("lead.manchester", "/projects/" + project)
                .andExpect(content().string(containsString("Advised to sign with conditions; signature awaited")))
                .andExpect(content().string(containsString("/agreement/1.0#annex-A\"")))
                .andExpect(content()
                        .string(matchesPattern("(?s).*>Due by</th>.*<td[^>]*><span>" + due + "</span></td>.*")));
        as("lead.manchester", "/projects")
                .andExpect(content().string(containsString("0 of 3 signed, 1 advised to sign")));
        as("board", "/projects").andExpect(content().string(containsString("0 of 3 signed, 1 advised to sign")));
        as("ig.wigan", "/projects").andExpect(content().string(not(containsString("advised to sign"))));
        scenario.sign(project, WIGAN, Decision.SIGN);
        as("ig.manchester", "/projects")
                .andExpect(content().string(containsString("1 of 3 signed, 1 advised to sign")));
        as("ig.wigan", "/projects/" + project)
                .andExpect(content().string(not(containsString("Advised to sign"))))
                .andExpect(content().string(containsString("<span>Not shown</span></td>")))
                .andExpect(content().string(containsString("Each partner has 15 working days to decide. After 7 it")));
    }

    @Test
    void leadsFromAStageThatIsDoneToItsAnswers() throws Exception {
        var project = scenario.sentForSignOff("Answers of stages");

        as("ig.bury", "/projects/" + project)
                .andExpect(content()
                        .string(matchesPattern(
                                "(?s).*href=\"/projects/" + project + "/agreement/1.0#part-5\"\\s*>2. Needs<.*")))
                .andExpect(content().string(not(containsString(">6. Regular review<span"))));
    }

    @Test
    void listsProjectsByWhatOneHasToDoWithThem() throws Exception {
        scenario.sentForSignOff("Listed project");

        as("lead.manchester", "/projects")
                .andExpect(content().string(containsString("Projects that you lead")))
                .andExpect(content().string(containsString("Listed project")));
        as("ig.manchester", "/projects")
                .andExpect(content().string(containsString("Projects that your organisation leads")));
        as("ig.wigan", "/projects")
                .andExpect(content()
                        .string(containsString(
                                "Projects in which your organisation, or one that you act for, is a partner")));
        as("board", "/projects").andExpect(content().string(containsString("All projects")));
        as("ig.oldham", "/projects").andExpect(content().string(containsString("no projects for you to see yet")));
    }

    @Test
    void showsTheNewestOfAListAndTheWholeListPageByPage() throws Exception {
        for (int number = 1; number <= 51; number++) {
            projects.propose(
                    ProjectFixture.proposal("One of many " + number),
                    ProjectFixture.leadOf(new OrganisationCode("salford")));
        }

        as("lead.salford", "/projects")
                .andExpect(content().string(containsString("One of many 51")))
                .andExpect(content().string(not(containsString("One of many 31<"))))
                .andExpect(content().string(containsString("Projects that you lead: show all")))
                .andExpect(content().string(not(containsString("Page 1 of"))));
        as("lead.salford", "/projects?list=own")
                .andExpect(content().string(containsString("One of many 31<")))
                .andExpect(content().string(not(containsString("One of many 1<"))))
                .andExpect(content().string(containsString("Page 1 of")))
                .andExpect(content().string(containsString("/projects?list=own&amp;page=2")));
        as("lead.salford", "/projects?list=own&page=2")
                .andExpect(content().string(containsString("One of many 1<")))
                .andExpect(content().string(containsString("/projects?list=own&amp;page=1")));
        as("lead.salford", "/projects?list=all").andExpect(content().string(not(containsString("One of many"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/projects/SJ-2020-0001", "/projects/nonsense", "/projects/SJ-2020-0001/agreement/1.0"})
    void knowsNothingOfWhatIsNotThere(String page) throws Exception {
        as("board", page).andExpect(status().isNotFound());
    }

    @Test
    void sendsTheDocumentAsItIsStored() throws Exception {
        var project = scenario.drafted("The files");
        var version = agreements.latest(project);

        as("lead.manchester", "/projects/" + project + "/agreement/1.0.pdf")
                .andExpect(content().contentType("application/pdf"))
                .andExpect(content().bytes(agreements.pdf(version)));
        as("lead.manchester", "/projects/" + project + "/agreement/1.0/content.json")
                .andExpect(content().contentType("application/json"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"content.json\""))
                .andExpect(content().string(version.canonicalJson()));
    }

    @Test
    void takesNothingTypedForMarkup() throws Exception {
        var project = scenario.drafted("<script>alert(1)</script>");

        for (var page : new String[] {"/projects", "/projects/" + project, "/projects/" + project + "/agreement/1.0"}) {
            as("lead.manchester", page).andExpect(content().string(not(containsString("<script>"))));
        }
    }

    @Test
    void leadsProcessOwnersToWhatTheyCanDo() throws Exception {
        web.perform(get("/projects").with(user("owner").authorities(new SimpleGrantedAuthority("process-owners"))))
                .andExpect(content().string(containsString("You change models, tables and forms under")));
        as("ig.oldham", "/projects").andExpect(content().string(not(containsString("You change models"))));
    }

    @Test
    void showsWhatChangedBetweenTwoVersionsThatAPersonMayRead() throws Exception {
        var project = scenario.sentForSignOff("What changed");
        var second = agreements.draft(project).number();
        var changes = "/projects/" + project + "/agreement/changes?from=1.0&to=";

        as("lead.manchester", changes + second)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Version 1.1 says the same as version 1.0.")));
        as("ig.bury", changes + second).andExpect(status().isNotFound());
        as("ig.bury", changes + "1.0").andExpect(status().isOk());
        as("ig.bolton", changes + "1.0").andExpect(status().isNotFound());
    }
}
