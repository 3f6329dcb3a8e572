package gm.sharing.journey;

import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.PagesApplication;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.MoreTime;
import gm.sharing.signoff.PartnersQuestions;
import gm.sharing.signoff.SignOffFixture;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.Step;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The page on which a partner gets more time: for the lead and the Board, and closed to everybody else. */
@Tag("one-database")
@PagesApplication
class MoreTimePagesIntegrationTests {

    @Autowired
    MockMvc web;

    @Autowired
    AgreementScenario scenario;

    @Autowired
    SignOffs signOffs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Clock clock;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    PartnersQuestions questions;

    @Autowired
    JdbcClient jdbc;

    private ProjectReference project;
    private String page;

    @BeforeEach
    void buryIsAsked() {
        project = scenario.sentForSignOff("Time to decide");
        page = "/projects/" + project + "/partners/bury/more-time";
        runtime.createProcessInstanceByKey("partner-sign-off")
                .businessKey(project.value())
                .setVariables(Map.of(
                        "partner", "bury",
                        "round", 1,
                        "lead", "lead.manchester",
                        "leadOrganisation", "manchester",
                        "urgency", "normal"))
                .execute();
    }

    /** While a question waits for the lead, nobody waits for the partner. */
    @Test
    void saysHowManyWorkingDaysAPartnerWasWaitedFor() throws Exception {
        var then = clock.instant().minus(Duration.ofDays(14));
        var waited = workingDays.ended(then, clock.instant()) + " working days";
        jdbc.sql("update sign_off set asked_at = :then where project = :project and partner = 'bury'")
                .param("then", Timestamp.from(then))
                .param("project", project.value())
                .update();

        for (var knowing : List.of("lead.manchester", "ig.bury", "board")) {
            as(knowing, "/projects/" + project).andExpect(content().string(containsString(waited)));
        }
        as("ig.wigan", "/projects/" + project).andExpect(content().string(not(containsString(waited))));

        questions.ask(
                new SignOffId(project, 1, BURY),
                Step.REVIEW,
                Role.IG_OFFICER,
                "Which system is meant?",
                SignOffFixture.person("ig", BURY));
        jdbc.sql("update sign_off_question set asked_at = :then where question = 'Which system is meant?'")
                .param("then", Timestamp.from(then))
                .update();
        as("lead.manchester", "/projects/" + project)
                .andExpect(content().string(not(containsString(waited))))
                .andExpect(content().string(containsString("Less than a working day")));
    }

    @Test
    void givesAPartnerMoreTimeAndTellsThoseConcernedOnTheProjectsPage() throws Exception {
        var until = LocalDate.now(clock).plusMonths(3);

        as("lead.manchester", "/projects/" + project)
                .andExpect(content().string(containsString("Give Bury Council more time")));
        give("lead.manchester", until, "Its officer is on leave.").andExpect(redirectedUrl("/projects/" + project));

        assertThat(signOffs.get(new SignOffId(project, 1, BURY)).delay().moreTime())
                .extracting(
                        MoreTime::until, MoreTime::reason, given -> given.by().person())
                .containsExactly(tuple(until, "Its officer is on leave.", "lead.manchester"));
        for (var reader : new String[] {"lead.manchester", "ig.bury", "board"}) {
            as(reader, "/projects/" + project)
                    .andExpect(content().string(containsString("Reason: Its officer is on leave.")));
        }
        as("ig.wigan", "/projects/" + project)
                .andExpect(content().string(not(containsString("Its officer is on leave."))))
                .andExpect(content().string(not(containsString("more time</a>"))));
        give("board", until.plusWeeks(1), "The system is replaced.").andExpect(redirectedUrl("/projects/" + project));
    }

    @Test
    void losesNothingTypedWhenItIsRefused() throws Exception {
        give("lead.manchester", LocalDate.now(clock), "Too early")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<title>Error: Give Bury Council more time")))
                .andExpect(content().string(containsString("Give a day after")))
                .andExpect(content().string(containsString("Too early</textarea>")));
        give("lead.manchester", LocalDate.now(clock).plusMonths(2), " ")
                .andExpect(content().string(containsString("href=\"#reason\">Say why")));
        web.perform(post(page)
                        .with(user("lead.manchester"))
                        .with(csrf())
                        .param("day", "31")
                        .param("month", "2")
                        .param("year", "soon"))
                .andExpect(content().string(containsString("Give a day, a month and a year")));
    }

    @Test
    void isClosedToEverybodyElse() throws Exception {
        for (var other :
                new String[] {"ig.bury", "signatory.bury", "ig.manchester", "lead.salford", "admin", "owner"}) {
            as(other, page).andExpect(status().is(oneOf(403, 404)));
            give(other, LocalDate.now(clock).plusMonths(2), "For us").andExpect(status().is(oneOf(403, 404)));
        }
        web.perform(post(page).with(user("lead.manchester")).param("reason", "Without a token"))
                .andExpect(status().isForbidden());
        as("lead.manchester", "/projects/" + project + "/partners/oldham/more-time")
                .andExpect(status().isNotFound());
    }

    private ResultActions give(String person, LocalDate until, String reason) throws Exception {
        return web.perform(post(page)
                .with(user(person))
                .with(csrf())
                .param("day", String.valueOf(until.getDayOfMonth()))
                .param("month", String.valueOf(until.getMonthValue()))
                .param("year", String.valueOf(until.getYear()))
                .param("reason", reason));
    }

    private ResultActions as(String person, String path) throws Exception {
        return web.perform(get(path).with(user(person)));
    }
}
