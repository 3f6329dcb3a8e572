package gm.sharing.journey;

import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.PagesApplication;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.signoff.Decision;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Withdrawing, stopping and handing over a project, its draft and its signatures on pages, by those who may. */
@Tag("one-database")
@PagesApplication
class EndingAProjectPagesIntegrationTests extends PagesOfProjects {

    @Autowired
    RuntimeService runtime;

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
                .andExpect(content().string(containsString("Somebody did this a moment ago")))
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
                    .contains("Somebody did this a moment ago")
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
    void letsProjectLeadsAndAdministratorsOfTheOrganisationHandAProjectOver() throws Exception {
        var project = scenario.drafted("A lead who leaves");
        var page = "/projects/" + project + "/lead";

        as("lead.manchester", "/projects/" + project).andExpect(content().string(containsString(page)));
        for (var somebodyElse : new String[] {"ig.manchester", "ig.bury", "board", "lead.salford", "admin.salford"}) {
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

    private ResultActions withdraw(String person, ProjectReference project, String reason) throws Exception {
        return end("withdraw", person, project, reason);
    }

    private ResultActions end(String how, String person, ProjectReference project, String reason) throws Exception {
        return web.perform(post("/projects/" + project + "/" + how)
                .param("reason", reason)
                .with(user(person))
                .with(csrf()));
    }
}
