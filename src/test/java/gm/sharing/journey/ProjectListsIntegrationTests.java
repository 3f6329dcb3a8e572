package gm.sharing.journey;

import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.PagesApplication;
import gm.sharing.RoundTrips;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.agreement.Agreements;
import gm.sharing.organisation.People;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.BoardDecisions;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.RefusalDecision;
import gm.sharing.signoff.Rounds;
import gm.sharing.signoff.SignOffFixture;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How people find a project among many, and that a search tells nobody more than the lists do. */
@PagesApplication
class ProjectListsIntegrationTests extends PagesOfProjects {

    @Autowired
    Agreements agreements;

    @Autowired
    BoardDecisions board;

    @Autowired
    Rounds rounds;

    @Autowired
    ProjectEnds ends;

    @Autowired
    ProjectLists lists;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate database;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @ParameterizedTest
    @CsvSource({
        "words=heron LISTED, true",
        "words=heron stork, false",
        "words=h%n, false",
        "words=heron&state=in-sign-off, true",
        "words=heron&state=published, false",
        "words=heron&state=overdue, false",
        "words=heron&leader=manchester city, true",
        "words=heron&leader=salford, false",
        "words=heron&leader=nobody is called so, false",
        "words=heron&partner=bury, true",
        "words=heron&partner=salford, false",
        "words=heron&list=own, true",
        "words=heron&list=colleagues, false",
        "words=heron&list=king&state=9&sort=9, true"
    })
    void areNarrowedByWhatIsAskedFor(String asked, boolean found) throws Exception {
        scenario.sentForSignOff("Listed heron");

        var page = read("lead.manchester", "/projects?" + asked);

        assertThat(page.contains(">Listed heron<")).isEqualTo(found);
        assertThat(page).contains("Clear the search");
        if (!found) {
            assertThat(page).contains("No projects match your search.");
        }
        assertThat(read("lead.manchester", "/projects.csv?" + asked).contains("Listed heron"))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    state=overdue              | Nothing that you can see is overdue.
                    state=published            | No project that you can see has the status “Published”.
                    state=overdue&words=heron  | No projects match your search.
                    state=overdue&list=own     | Under “Projects that you lead”, nothing that you can see is overdue.
                    state=withdrawn&list=own   | No project under “Projects that you lead” has the status “Withdrawn”.
                    """)
    void sayWhatItMeansThatNothingIsFound(String asked, String said) throws Exception {
        assertThat(read("owner", "/projects?" + asked)).contains(said, "Clear the search");
    }

    @Test
    void areInTheOrderThatIsAskedFor() throws Exception {
        scenario.proposed("Listed order b");
        scenario.proposed("listed order A");

        assertThat(read("lead.manchester", "/projects?words=listed order"))
                .containsSubsequence(">listed order A<", ">Listed order b<");
        assertThat(read("lead.manchester", "/projects?words=listed order&sort=oldest"))
                .containsSubsequence(">Listed order b<", ">listed order A<");
        assertThat(read("lead.manchester", "/projects?words=listed order&sort=title"))
                .containsSubsequence(">listed order A<", ">Listed order b<");
    }

    @Test
    void areSavedWithNothingThatASpreadsheetWorksOut() throws Exception {
        var reference = scenario.sentForSignOff("=Listed file");

        assertThat(read("lead.manchester", "/projects.csv?list=own&words=listed file"))
                .isEqualTo(
                        "\"List\",\"Reference\",\"Project\",\"Led by\",\"Status\",\"Stage\",\"Waits for\",\"To do\",\"Since and due\",\"Urgency\"\r\n"
                                + "\"Projects that you lead\",\"%s\",\"'=Listed file\",\"Manchester City Council\",\"With the partners for sign-off\",\"Stage: Assessment and sign-off. Once the agreement is published: Regular review.\",\"\",\"\",\"\",\"\"\r\n"
                                        .formatted(reference));
        assertThat(read("lead.manchester", "/projects?words=listed file"))
                .contains("/projects.csv?words=listed%20file&amp;list=own");
    }

    @Test
    void sayTheStageThatThePageOfTheProjectSays() throws Exception {
        var ended = scenario.published("Listed stage over");
        database.update(
                "update agreement set ends_on = ? where reference = ?",
                Date.valueOf(LocalDate.of(2001, 1, 1)),
                ended.value());
        for (var reference : List.of(
                started("Listed stage with a task"),
                scenario.proposed("Listed stage that waits"),
                scenario.described("Listed stage described"),
                scenario.sentForSignOff("Listed stage sent"),
                ended)) {
            var stage = stageIn(read("lead.manchester", "/projects?words=" + reference));

            assertThat(stage).startsWith(reference.equals(ended) ? "The agreement has ended" : "Stage: ");
            assertThat(read("lead.manchester", "/projects/" + reference)).contains(stage);
        }
        var withdrawn = started("Listed stage withdrawn");
        ends.withdraw(withdrawn, "Nobody needs it.", AgreementScenario.LEAD);
        assertThat(read("lead.manchester", "/projects?words=" + withdrawn))
                .contains("Listed stage withdrawn")
                .doesNotContain("Stage:");
    }

    @Test
    void sayWhomEachProjectWaitsForToThoseWhoMayKnow() throws Exception {
        var described = started("Listed waiting for its lead");
        assertThat(read("lead.manchester", "/projects?words=" + described))
                .containsPattern(
                        "Project lead, Manchester City Council: Describe what needs to be shared</span>\\s*<span[^>]*>since \\d+ \\w+ \\d{4}, no deadline<");

        var reviewed = started("Listed waiting for a partner");
        sent(reviewed);
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(reviewed.value())
                .singleResult();
        runtime.setVariable(task.getProcessInstanceId(), "partner", "wigan");
        for (var knowing : List.of("lead.manchester", "ig.manchester", "ig.wigan", "board")) {
            assertThat(read(knowing, "/projects?words=" + reviewed)).as(knowing).contains(": " + task.getName() + "<");
        }
        for (var other : List.of("ig.bury", "admin")) {
            assertThat(read(other, "/projects?words=" + reviewed))
                    .as(other)
                    .contains("Listed waiting for a partner", "Nobody that you can see")
                    .doesNotContain(task.getName());
            assertThat(read(other, "/projects.csv?words=" + reviewed)).as(other).doesNotContain(task.getName());
        }
    }

    @Test
    void tellWhoLeadsOnlyWhereThatDiffers() throws Exception {
        scenario.sentForSignOff("Listed with its leader");

        assertThat(read("lead.manchester", "/projects?words=listed with leader"))
                .doesNotContain("data-label=\"Led by\"");
        assertThat(read("ig.wigan", "/projects?words=listed with leader"))
                .contains("data-label=\"Led by\">Manchester City Council<");
    }

    @Test
    void costTheSameHoweverManyProjectsTheyHold() {
        scenario.proposed("Listed cost and once");
        scenario.sentForSignOff("Listed cost and once");
        for (int more = 0; more < 6; more++) {
            scenario.proposed("Listed cost");
            scenario.sentForSignOff("Listed cost");
        }

        assertThat(statements("listed cost"))
                .hasSameSizeAs(statements("listed cost once"))
                .hasSizeLessThanOrEqualTo(6);
    }

    /** By the bare reference PostgreSQL would walk through the projects of everybody: src/docs/benchmark.md. */
    @Test
    void areNotLookedForFromTheNewestProjectOfAllOn() {
        scenario.sentForSignOff("Listed among many");
        var partner = people.find("ig.bury").orElseThrow();
        var filter = new ProjectFilter(null, null, null, null, null, null);

        assertThat(RoundTrips.of(() -> lists.page(filter, partner, 1)))
                .filteredOn(way -> way.contains(" from project ") && way.contains(" order by "))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(way -> assertThat(way).containsPattern(" order by coalesce\\([^)]*reference"));
    }

    private List<String> statements(String words) {
        var lead = people.find("lead.manchester").orElseThrow();
        var filter = new ProjectFilter("own", words, null, null, null, null);
        lists.page(filter, lead, 1); // names of organisations are remembered
        return RoundTrips.of(() -> lists.page(filter, lead, 1)).stream()
                .filter(way -> way.startsWith("select"))
                .toList();
    }

    private static String stageIn(String page) {
        var found = Pattern.compile("(Stage: [^<]*|The agreement has ended[^<]*)</span>")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void holdOnlyWhatThePersonMaySee() throws Exception {
        scenario.drafted("Listed to nobody else");

        for (var outsider : List.of("ig.bury", "lead.salford", "ig.oldham", "ethics", "owner")) {
            for (var path : List.of("/projects?words=listed nobody", "/projects.csv?words=listed nobody")) {
                assertThat(read(outsider, path)).as(outsider + path).doesNotContain("Listed to nobody else");
            }
            assertThat(read(outsider, "/projects.csv?list=all&words=listed")).hasLineCount(1);
        }
        for (var insider : List.of("ig.manchester", "board", "admin")) {
            assertThat(read(insider, "/projects.csv?words=listed nobody")).contains("Listed to nobody else");
        }
    }

    @Test
    void tellNobodyThatTheReviewOfAnotherPartnerIsOverdue() throws Exception {
        var reference = started("Listed overdue");
        sent(reference);
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .singleResult();
        runtime.setVariable(task.getProcessInstanceId(), "partner", "wigan");
        tasks.setDueDate(task.getId(), java.util.Date.from(Instant.now().minus(Duration.ofDays(2))));

        for (var knowing : List.of("lead.manchester", "ig.manchester", "ig.wigan", "board")) {
            assertThat(read(knowing, "/projects?words=listed&state=overdue"))
                    .as(knowing)
                    .contains(">Listed overdue<");
        }
        for (var other : List.of("ig.bury", "admin")) {
            assertThat(read(other, "/projects?words=listed overdue")).contains(">Listed overdue<");
            assertThat(read(other, "/projects?words=listed overdue&state=overdue"))
                    .as(other)
                    .doesNotContain(">Listed overdue<");
            assertThat(read(other, "/projects.csv?words=listed overdue&state=overdue"))
                    .as(other)
                    .hasLineCount(1);
        }
    }

    @Test
    void tellNobodyWhoLeftHowAProjectStandsNow() throws Exception {
        var project = scenario.sentForSignOff("Listed and left");
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

        assertThat(read("ig.bury", "/projects?words=listed left")).contains(">Listed and left<");
        for (var asked : List.of(
                "partner=wigan",
                "partner=bury",
                "state=overdue",
                "state=in-revision",
                "state=with-board",
                "state=drafted")) {
            assertThat(read("ig.bury", "/projects?words=listed left&" + asked))
                    .as(asked)
                    .doesNotContain(">Listed and left<");
        }
    }

    private void sent(ProjectReference reference) {
        scenario.describe(
                reference,
                ProjectFixture.needs(),
                ProjectFixture.partners(AgreementScenario.MANCHESTER, BURY, WIGAN),
                ProjectFixture.flows(ProjectFixture.flow(AgreementScenario.MANCHESTER, BURY, WIGAN)));
        agreements.draft(reference);
        projects.drafted(reference);
        scenario.openFor(reference, AgreementScenario.MANCHESTER, BURY, WIGAN);
    }

    private String read(String person, String page) throws Exception {
        return as(person, page)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
