package gm.sharing.journey;

import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

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
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.Projects;
import gm.sharing.signoff.BoardDecisions;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.DpiaPosition;
import gm.sharing.signoff.RefusalDecision;
import gm.sharing.signoff.Rounds;
import gm.sharing.signoff.SignOffFixture;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The pages of a project for each who may see it, and closed to everybody else. */
@PagesApplication
class ProjectPagesIntegrationTests {

    @Autowired
    MockMvc web;

    @Autowired
    AgreementScenario scenario;

    @Autowired
    Agreements agreements;

    @Autowired
    Projects projects;

    @Autowired
    ProjectEnds ends;

    @Autowired
    BoardDecisions board;

    @Autowired
    Rounds rounds;

    @Autowired
    PriorConsultations consultations;

    @Autowired
    Clock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Test
    void sendsThoseWhoAreNotSignedInToTheSignInPage() throws Exception {
        var project = scenario.sentForSignOff("Not for everybody");

        web.perform(get("/projects/" + project).accept(MediaType.TEXT_HTML))
                .andExpect(redirectedUrlPattern("**/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/agreement/1.0", "/agreement/1.0.pdf", "/agreement/1.0/content.json"})
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
                    .andExpect(content().string(containsString("Criteria of high risk that it meets")))
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
                .andExpect(content().string(containsString("Being described")))
                .andExpect(content().string(containsString("Waits for")))
                .andExpect(content().string(containsString("Project lead")))
                .andExpect(content().string(containsString("aria-current=\"step\"")));
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
    void withdrawsTheProjectOfTheLead() throws Exception {
        var project = started("To be withdrawn");

        withdraw("lead.manchester", project, "The funding ended.").andExpect(redirectedUrl("/projects/" + project));

        assertThat(projects.get(project).status()).isEqualTo(ProjectStatus.WITHDRAWN);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(project.value())
                        .count())
                .isZero();
        as("lead.manchester", "/projects/" + project)
                .andExpect(content().string(containsString("The funding ended.")))
                .andExpect(content().string(not(containsString("Withdraw the project"))));
    }

    /** The process of such a project has gone on or ended by itself, so that nobody waits for the message. */
    @ParameterizedTest
    @ValueSource(strings = {"withdraw", "stop"})
    void saysPlainlyThatNobodyWaitsForItAnyMore(String how) throws Exception {
        var project = scenario.drafted("Overtaken");

        end(how, how.equals("stop") ? "board" : "lead.manchester", project, "The funding ended.")
                .andExpect(content().string(containsString("This cannot be done any more")))
                .andExpect(content().string(containsString("The funding ended.")))
                .andExpect(content().string(not(containsString("the number"))));

        assertThat(projects.get(project).status()).isEqualTo(ProjectStatus.DRAFTED);
    }

    @Test
    void saysPlainlyOfASignatureAndADraftThatNobodyWaitsForItAnyMore() throws Exception {
        var project = scenario.sentForSignOff("Overtaken in sign-off");
        scenario.sign(project, BURY, Decision.SIGN);

        var signature = withdrawSignature(
                        "signatory.bury", "/projects/" + project + "/signatures/bury/withdraw", "We reorganise.")
                .andReturn()
                .getResponse();
        var draft = web.perform(post("/projects/" + project + "/take-back")
                        .param("reason", "Another period.")
                        .with(user("lead.manchester"))
                        .with(csrf()))
                .andReturn()
                .getResponse();

        assertThat(List.of(signature, draft)).allSatisfy(answer -> {
            assertThat(answer.getStatus()).isLessThan(500);
            assertThat(answer.getContentAsString())
                    .contains("This cannot be done any more")
                    .doesNotContain("the number");
        });
        assertThat(projects.get(project).status()).isEqualTo(ProjectStatus.IN_SIGN_OFF);
    }

    @Test
    void saysPlainlyThatTheProjectWasWithdrawnInAnotherTab() throws Exception {
        var project = started("In two tabs");
        withdraw("lead.manchester", project, "The funding ended.").andExpect(redirectedUrl("/projects/" + project));

        withdraw("lead.manchester", project, "The funding ended.")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("This project has ended already: withdrawn.")));
        end("stop", "board", project, "We stop it.")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("This project has ended already: withdrawn.")));
    }

    @Test
    void leadsProcessOwnersToWhatTheyCanDo() throws Exception {
        web.perform(get("/projects").with(user("owner").authorities(new SimpleGrantedAuthority("process-owners"))))
                .andExpect(content().string(containsString("You change models, tables and forms under")));
        as("ig.oldham", "/projects").andExpect(content().string(not(containsString("You change models"))));
    }

    @Test
    void endsAProjectOnAPageOfItsOwnOnly() throws Exception {
        var project = scenario.drafted("On a page of its own");

        as("lead.manchester", "/projects/" + project)
                .andExpect(content().string(containsString("href=\"/projects/" + project + "/withdraw\"")))
                .andExpect(content().string(not(containsString("action=\"/projects/" + project + "/withdraw\""))))
                .andExpect(content().string(not(containsString("/stop\""))));
        as("lead.manchester", "/projects/" + project + "/withdraw")
                .andExpect(content().string(containsString("This cannot be undone.")))
                .andExpect(content().string(containsString("action=\"/projects/" + project + "/withdraw\"")));
        as("board", "/projects/" + project + "/stop")
                .andExpect(content().string(containsString("Why does the Information Board stop it?")));
        as("lead.manchester", "/projects/" + project + "/stop").andExpect(status().isForbidden());
        as("board", "/projects/" + project + "/withdraw").andExpect(status().isForbidden());
        as("ig.bury", "/projects/" + project + "/withdraw").andExpect(status().isNotFound());
    }

    @Test
    void asksWhyAProjectIsWithdrawn() throws Exception {
        var project = scenario.drafted("Why withdraw");

        withdraw("lead.manchester", project, " ")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("There is a problem")))
                .andExpect(content().string(containsString("Say why the project is withdrawn.")));

        assertThat(projects.get(project).status()).isEqualTo(ProjectStatus.DRAFTED);
    }

    @Test
    void stopsAProjectForTheBoardAndAsksWhy() throws Exception {
        var project = started("To be stopped");

        as("board", "/projects/" + project).andExpect(content().string(containsString("Stop the project")));
        end("stop", "board", project, " ")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Say why the project is stopped.")))
                .andExpect(content().string(containsString("href=\"#stop-reason\"")));
        end("stop", "board", project, "It holds for nobody.").andExpect(redirectedUrl("/projects/" + project));

        assertThat(projects.get(project).status()).isEqualTo(ProjectStatus.STOPPED);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(project.value())
                        .count())
                .isZero();
        as("lead.manchester", "/projects/" + project)
                .andExpect(content().string(containsString("It holds for nobody.")))
                .andExpect(content().string(not(containsString("Stop the project"))));
        end("stop", "board", project, "Once more.").andExpect(status().isConflict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead.manchester", "ig.bury", "signatory.bury", "admin"})
    void letsNobodyElseStop(String somebody) throws Exception {
        var project = scenario.sentForSignOff("Not yours to stop");

        as(somebody, "/projects/" + project).andExpect(content().string(not(containsString("Stop the project"))));
        end("stop", somebody, project, "Because I can").andExpect(status().isForbidden());

        assertThat(projects.get(project).status()).isEqualTo(ProjectStatus.IN_SIGN_OFF);
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

    @ParameterizedTest
    @ValueSource(strings = {"ig.manchester", "ig.bury", "board", "lead.salford", "admin"})
    void letsNobodyElseWithdraw(String somebody) throws Exception {
        var project = scenario.sentForSignOff("Not yours");

        withdraw(somebody, project, "Because I can").andExpect(status().is(oneOf(403, 404)));

        assertThat(projects.get(project).status()).isEqualTo(ProjectStatus.IN_SIGN_OFF);
    }

    @Test
    void letsASignatoryWithdrawTheSignatureOfItsOrganisation() throws Exception {
        var project = scenario.sentForSignOff("Second thoughts");
        scenario.sign(project, BURY, Decision.SIGN);
        var page = "/projects/" + project + "/signatures/bury/withdraw";
        runtime.createProcessInstanceByKey("sharing-project")
                .businessKey(project.value())
                .setVariable("lead", AgreementScenario.LEAD.id())
                .startBeforeActivity("Task_CheckDraft")
                .execute();

        as("signatory.bury", "/projects/" + project)
                .andExpect(content().string(containsString("Withdraw the signature of Bury Council")));
        as("signatory.bury", page).andExpect(status().isOk());
        for (var somebodyElse :
                new String[] {"ig.bury", "signatory.wigan", "lead.manchester", "board", "signatory.gmp"}) {
            as(somebodyElse, page).andExpect(status().is(oneOf(403, 404)));
            assertThat(withdrawSignature(somebodyElse, page, "Because I can")
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isIn(403, 404, 409);
        }
        withdrawSignature("signatory.bury", page, " ")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Say why the signature is withdrawn.")));
        web.perform(post(page).param("reason", "Forged").with(user("signatory.bury")))
                .andExpect(status().isForbidden());

        withdrawSignature("signatory.bury", page, "The service is reorganised.")
                .andExpect(redirectedUrl("/projects/" + project));

        as("board", "/projects/" + project)
                .andExpect(content().string(containsString("Signature withdrawn")))
                .andExpect(content().string(containsString("The service is reorganised.")));
        as("signatory.wigan", "/projects/" + project)
                .andExpect(content().string(not(containsString("The service is reorganised."))));
        as("signatory.bury", page)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("There is no signature to withdraw")));
        as("ig.bury", page).andExpect(status().isForbidden());
    }

    private ResultActions withdrawSignature(String person, String page, String reason) throws Exception {
        return web.perform(post(page).param("reason", reason).with(user(person)).with(csrf()));
    }

    @Test
    void letsProjectLeadsOfTheOrganisationHandAProjectOverAndNobodyElse() throws Exception {
        var project = scenario.drafted("A lead who leaves");
        var page = "/projects/" + project + "/lead";

        as("lead.manchester", "/projects/" + project).andExpect(content().string(containsString(page)));
        for (var somebodyElse : new String[] {"ig.manchester", "ig.bury", "board", "lead.salford", "admin"}) {
            as(somebodyElse, page).andExpect(status().is(oneOf(403, 404)));
            web.perform(post(page)
                            .param("lead", "lead.salford")
                            .with(user(somebodyElse))
                            .with(csrf()))
                    .andExpect(status().is(oneOf(403, 404)));
        }
        as("lead.manchester", page).andExpect(content().string(containsString("leads this project.")));
        for (var nobody : new String[] {"lead.salford", "ig.manchester", ""}) {
            web.perform(post(page)
                            .param("lead", nobody)
                            .with(user("lead.manchester"))
                            .with(csrf()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Choose somebody from the list")));
        }

        assertThat(projects.get(project).lead()).isEqualTo("lead.manchester");
    }

    @Test
    void letsTheLeadTakeADraftBackAndNobodyElse() throws Exception {
        var project = scenario.sentForSignOff("Another retention period");
        var page = "/projects/" + project + "/take-back";

        as("lead.manchester", "/projects/" + project).andExpect(content().string(containsString(page)));
        as("ig.bury", "/projects/" + project).andExpect(content().string(not(containsString(page))));
        for (var somebodyElse : new String[] {"ig.manchester", "ig.bury", "board", "lead.salford", "admin"}) {
            as(somebodyElse, page).andExpect(status().is(oneOf(403, 404)));
            web.perform(post(page)
                            .param("reason", "Because I can")
                            .with(user(somebodyElse))
                            .with(csrf()))
                    .andExpect(status().is(oneOf(403, 404)));
        }
        as("lead.manchester", page).andExpect(content().string(containsString("have not decided yet")));
        web.perform(post(page)
                        .param("reason", " ")
                        .with(user("lead.manchester"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Say why you take the draft back.")));

        assertThat(projects.get(project).status()).isEqualTo(ProjectStatus.IN_SIGN_OFF);
    }

    @Test
    void refusesAWithdrawalThatDoesNotComeFromThePage() throws Exception {
        var project = scenario.drafted("Forged");

        web.perform(post("/projects/" + project + "/withdraw")
                        .param("reason", "Forged")
                        .with(user("lead.manchester")))
                .andExpect(status().isForbidden());
    }

    private ResultActions as(String person, String page) throws Exception {
        return web.perform(get(page).with(user(person)));
    }

    private ResultActions withdraw(String person, ProjectReference project, String reason) throws Exception {
        return end("withdraw", person, project, reason);
    }

    private ResultActions end(String how, String person, ProjectReference project, String reason) throws Exception {
        return web.perform(post("/projects/" + project + "/" + how)
                .param("reason", reason)
                .with(user(person))
                .with(csrf()));
    }

    /** Proposes a project with the start form: its process waits for its lead to describe it. */
    private ProjectReference started(String title) {
        identity.setAuthentication(AgreementScenario.LEAD.id(), List.copyOf(AgreementScenario.LEAD.groups()));
        try {
            var definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("sharing-project")
                    .latestVersion()
                    .singleResult();
            return new ProjectReference(forms.submitStartForm(
                            definition.getId(),
                            Map.of(
                                    "title", title,
                                    "urgency", "normal",
                                    "visionWho", "children at risk",
                                    "visionNeed", "move",
                                    "visionWhat", "plans",
                                    "visionBetween", "councils",
                                    "visionBenefit", "keep them safe",
                                    "visionMeasure", "days to the first visit"))
                    .getBusinessKey());
        } finally {
            identity.clearAuthentication();
        }
    }
}
