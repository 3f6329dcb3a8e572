package gm.sharing.journey;

import static gm.sharing.project.ProjectFixture.BURY;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.PagesApplication;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.DpiaVersions;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.DpoView;
import gm.sharing.project.ProjectReference;
import gm.sharing.question.AnswerKind;
import gm.sharing.question.Answers;
import gm.sharing.question.Given;
import gm.sharing.question.InDocument;
import gm.sharing.question.Question;
import gm.sharing.question.Step;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A project's assessment for each who may read it, and closed to everybody else. */
@PagesApplication
@Tag("one-database")
class DpiaPagesIntegrationTests {

    @Autowired
    MockMvc web;

    @Autowired
    AgreementScenario scenario;

    @Autowired
    Dpias dpias;

    @Autowired
    DpiaVersions versions;

    @Autowired
    Answers kept;

    @ParameterizedTest
    @ValueSource(strings = {"", "/1", "/1.pdf", "/1/content.json", "/changes?from=1&to=1"})
    void isOpenToThoseWhoTakePartAndClosedToOthers(String page) throws Exception {
        var project = scenario.sentForSignOff("Who may read the DPIA");

        for (var insider : new String[] {"lead.manchester", "dpo.manchester", "ig.bury", "board", "admin"}) {
            as(insider, "/projects/" + project + "/dpia" + page).andExpect(status().isOk());
        }
        for (var outsider : new String[] {"ig.oldham", "lead.salford", "owner", "ethics"}) {
            as(outsider, "/projects/" + project + "/dpia" + page).andExpect(status().isNotFound());
        }
        web.perform(get("/projects/" + project + "/dpia" + page).accept(MediaType.TEXT_HTML))
                .andExpect(redirectedUrlPattern("**/login"));
    }

    @Test
    void isNotThereBeforeTheScreeningIsAnswered() throws Exception {
        var project = scenario.proposed("Not screened");

        as("lead.manchester", "/projects/" + project + "/dpia").andExpect(status().isNotFound());
        as("lead.manchester", "/projects/" + project + "/dpia/draft").andExpect(status().isNotFound());
    }

    @Test
    void showsPartnersWhatWasApprovedAndNotHowItCameToThat() throws Exception {
        var project = reopened("Written anew");

        for (var page : new String[] {"", "/1", "/2", "/3", "/4", "/draft", "/draft.pdf", "/changes?from=1&to=draft"}) {
            as("dpo.manchester", "/projects/" + project + "/dpia" + page).andExpect(status().isOk());
        }
        as("ig.bury", "/projects/" + project + "/dpia")
                .andExpect(content().string(containsString("Version 3")))
                .andExpect(content().string(not(containsString("Version 2"))))
                .andExpect(content().string(not(containsString("Version 4"))))
                .andExpect(content().string(not(containsString("The draft"))));
        as("ig.bury", "/projects/" + project + "/dpia/3").andExpect(status().isOk());
        for (var page :
                new String[] {"/2", "/4", "/draft", "/draft.pdf", "/changes?from=3&to=draft", "/4/content.json"}) {
            as("ig.bury", "/projects/" + project + "/dpia" + page).andExpect(status().isNotFound());
        }
    }

    @Test
    void showsTheRoundsOfAdviceToThoseWhoTookPartInThemOnly() throws Exception {
        var project = reopened("Sent back");
        dpias.requestAdvice(project, List.of(DpiaFixture.MANCHESTER), DpiaFixture.REVIEW_BY);
        dpias.advise(project, DpiaFixture.MANCHESTER, DpiaFixture.advice(DpoView.SEND_BACK), DpiaFixture.OFFICER);
        dpias.sendBack(project);

        as("dpo.manchester", "/projects/" + project + "/dpia")
                .andExpect(content().string(containsString("Sent back by the data protection officer")));
        for (var page : new String[] {"/5", "/5.pdf", "/changes?from=5&to=draft"}) {
            as("dpo.manchester", "/projects/" + project + "/dpia" + page).andExpect(status().isOk());
            as("ig.bury", "/projects/" + project + "/dpia" + page).andExpect(status().isNotFound());
        }
        as("ig.bury", "/projects/" + project + "/dpia")
                .andExpect(content().string(not(containsString("Sent back by"))));
    }

    @Test
    void letsThoseReadWhoseAdviceIsAskedFor() throws Exception {
        var project = scenario.described("Advice of two officers");
        AssessedProjects.ask(dpias, project, BURY);

        as("dpo.bury", "/projects/" + project + "/dpia/draft").andExpect(status().isOk());
        as("dpo.bury", "/projects/" + project + "/dpia")
                .andExpect(content().string(not(containsString("The project<"))));
        as("dpo.bury", "/projects/" + project).andExpect(status().isNotFound());
        as("ig.bury", "/projects/" + project + "/dpia/draft").andExpect(status().isNotFound());
        as("dpo.wigan", "/projects/" + project + "/dpia/draft").andExpect(status().isNotFound());
    }

    @Test
    void marksTheDraftAndNotWhatWasDecided() throws Exception {
        var project = reopened("Draft or not");

        as("dpo.manchester", "/projects/" + project + "/dpia/draft")
                .andExpect(content().string(containsString("Draft: not decided yet")));
        as("dpo.manchester", "/projects/" + project + "/dpia/3")
                .andExpect(content().string(not(containsString("Draft: not decided yet"))));
        as("dpo.manchester", "/projects/" + project + "/dpia/3.pdf")
                .andExpect(header().string("Content-Disposition", containsString(project + "-dpia-3.pdf")))
                .andExpect(content().string(startsWith("%PDF")));
    }

    @Test
    void comparesTwoVersionsQuestionByQuestion() throws Exception {
        var project = reopened("What changed");

        as("dpo.manchester", "/projects/" + project + "/dpia/changes?from=3&to=draft")
                .andExpect(content().string(containsString("from version 3 to the draft")))
                .andExpect(content().string(containsString("<ins class=\"sj-ins\">")));
        as("dpo.manchester", "/projects/" + project + "/dpia/changes?from=2&to=2")
                .andExpect(content().string(containsString("Version 2 says the same as version 2.")));
        as("dpo.manchester", "/projects/" + project + "/dpia/changes?from=9&to=2")
                .andExpect(status().isNotFound());
    }

    /** Of questions that a process owner asked: changed, new, gone, and under another heading. */
    @Test
    void comparesAnswersThatNoRuleReads() throws Exception {
        var project = scenario.sentForSignOff("Owners' questions");
        answer(project, asked("desk", "Service desk"), "The first floor");
        answer(project, asked("room", "Room"), "Room 12");
        answer(project, asked("code", "Service code"), "M-17");
        AssessedProjects.approve(dpias, project);
        var approved = versions.of(project).get(0).number();
        AssessedProjects.revise(dpias, project);
        answer(project, asked("desk", "Service desk"), "The second floor");
        answer(project, asked("code", "Code of the service"), "M-17");
        answer(project, asked("hours", "Opening hours"), "8 to 6");
        kept.closeAllBut(
                Set.of("desk", "code", "hours"), project, new Step(null, "own", "2"), "own", DpiaFixture.OFFICER);

        as("dpo.manchester", "/projects/" + project + "/dpia/changes?from=" + approved + "&to=draft")
                .andExpect(content().string(containsString("Service desk")))
                .andExpect(content().string(containsString("Opening hours")))
                .andExpect(content().string(containsString("Room 12")))
                .andExpect(content().string(not(containsString("Code of the service"))))
                .andExpect(content().string(not(containsString("M-17"))));
        as("dpo.manchester", "/projects/" + project + "/dpia/draft")
                .andExpect(content().string(containsString("Code of the service")))
                .andExpect(content().string(not(containsString("Room 12"))));
    }

    private void answer(ProjectReference project, Question asked, String words) {
        kept.keep(project, new Step(null, "own", "1"), List.of(Given.of(asked, words)), DpiaFixture.OFFICER);
    }

    private static Question asked(String key, String heading) {
        return new Question("own", "Own form", key, heading, heading, AnswerKind.TEXT, 1, 1, InDocument.DPIA, "", "");
    }

    @Test
    void isLinkedFromTheProject() throws Exception {
        var project = scenario.sentForSignOff("The way to the DPIA");

        as("ig.bury", "/projects/" + project)
                .andExpect(content().string(containsString("href=\"/projects/" + project + "/dpia\"")));
    }

    @Test
    void handsOutTheContentAsItWasDigested() throws Exception {
        var project = scenario.sentForSignOff("To be checked");

        as("ig.bury", "/projects/" + project + "/dpia/1/content.json")
                .andExpect(content().string(versions.of(project).get(0).canonicalJson()));
    }

    /** 1: not required. 2: opened again. 3: approved. 4: opened again, and a draft that says something else. */
    private ProjectReference reopened(String title) {
        var project = scenario.sentForSignOff(title);
        AssessedProjects.approve(dpias, project);
        AssessedProjects.revise(dpias, project);
        return project;
    }

    private ResultActions as(String who, String path) throws Exception {
        return web.perform(get(path).with(user(who)).accept(MediaType.TEXT_HTML));
    }
}
