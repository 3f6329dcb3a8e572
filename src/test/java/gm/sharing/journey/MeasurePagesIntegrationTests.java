package gm.sharing.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import gm.sharing.PagesApplication;
import gm.sharing.RoundTrips;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.Risk;
import gm.sharing.dpia.RiskFixture;
import gm.sharing.measure.Measure;
import gm.sharing.measure.MeasureAnswer;
import gm.sharing.measure.MeasureStatus;
import gm.sharing.measure.Measures;
import gm.sharing.organisation.People;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.Projects;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The register of measures: each sees the measures of the projects that they may see, and their own. */
@PagesApplication
class MeasurePagesIntegrationTests {

    @Autowired
    MockMvc web;

    @Autowired
    AgreementScenario scenario;

    @Autowired
    Dpias dpias;

    @Autowired
    Measures measures;

    @Autowired
    Projects projects;

    @Autowired
    ProjectEnds ends;

    @Autowired
    OpenTasks openTasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    MeasureRegister register;

    @Autowired
    People people;

    @Test
    void looksThroughAllMeasuresOnceForAPageOfThoseWithTheWordsAndTheirNumber() {
        scenario.sentWithMeasures("Looked through once");
        scenario.sentWithMeasures("Looked through once");
        var board = people.find("board").orElseThrow();
        var filter = new MeasureFilter("all", null, null, null, "looked through once", null);
        List<MeasureRegister.Reading> read = new ArrayList<>();

        assertThat(RoundTrips.of(() -> read.add(register.read(filter, board, PageRequest.of(0, 1)))))
                .filteredOn(way -> way.contains(" like "))
                .hasSize(1);
        assertThat(read.get(0).lines()).hasSize(1);
        assertThat(read.get(0).lines().getTotalElements()).isGreaterThan(1);
        assertThat(register.read(filter, board, PageRequest.of(900, 1)).lines().getTotalElements())
                .as("of a page that is not there")
                .isEqualTo(read.get(0).lines().getTotalElements());
    }

    @Test
    void isClosedToThoseWhoAreNotSignedIn() throws Exception {
        web.perform(get("/measures").accept(MediaType.TEXT_HTML)).andExpect(redirectedUrlPattern("**/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lead.manchester", "dpo.manchester", "ig.wigan", "signatory.bury", "board", "admin"})
    void showsMeasuresToEverybodyWhoMaySeeTheProject(String person) throws Exception {
        var project = scenario.sentWithMeasures("Seen by " + person);

        page(person, "?project=" + project)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Access by named staff only.")))
                .andExpect(content().string(containsString("href=\"/projects/" + project + "\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ig.bolton", "lead.salford", "owner", "ethics"})
    void hidesMeasuresFromEverybodyElse(String person) throws Exception {
        var project = scenario.sentWithMeasures("Hidden from " + person);

        page(person, "?show=all&project=" + project)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No measures match your search.")))
                .andExpect(content().string(not(containsString("Hidden from"))));
    }

    @Test
    void showsAnOwnerTheMeasureBeforeTheProjectIsSentToThePartners() throws Exception {
        var project = scenario.described("Known by its measure only");
        AssessedProjects.approve(
                dpias,
                project,
                List.of(RiskFixture.promised(
                        0, "Two keys for the store.", "ig-bury", LocalDate.now().plusMonths(1))));
        measures.promise(project);

        page("ig.bury", "?project=" + project)
                .andExpect(content().string(containsString("Two keys for the store.")))
                .andExpect(content().string(not(containsString("href=\"/projects/" + project + "\""))));
        page("ig.wigan", "?project=" + project)
                .andExpect(content().string(not(containsString("Two keys for the store."))));
    }

    @Test
    void saysOnTheProjectsPageHowManyAreNotInPlace() throws Exception {
        assertThat(measuresOnPage(RiskFixture.promised(0, "Privacy notices name the sharing.", "lead", null)))
                .contains("All measures are in place. Measures of this project");
        assertThat(measuresOnPage(
                        RiskFixture.promised(0, "Privacy notices name the sharing.", "lead", null),
                        RiskFixture.promised(
                                0,
                                "A person checks every match.",
                                "lead",
                                LocalDate.now().plusMonths(1))))
                .contains("1 of 2 measures is not in place yet. Measures of this project");
    }

    private String measuresOnPage(Risk... risks) throws Exception {
        var project = scenario.described("Measures in place or not");
        AssessedProjects.approve(dpias, project, List.of(risks));
        measures.promise(project);
        return web.perform(get("/projects/" + project).with(user("lead.manchester")))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ");
    }

    @Test
    void filtersByStateAndOwner() throws Exception {
        var project = scenario.sentWithMeasures("Three measures");
        var lead = "A person checks every match.";
        var overdue = "Access by named staff only.";
        var inPlace = "Privacy notices name the sharing.";

        assertThat(shown("lead.manchester", "?project=" + project))
                .contains(lead, overdue)
                .doesNotContain(inPlace);
        assertThat(shown("lead.manchester", "?show=overdue&project=" + project))
                .contains(overdue)
                .doesNotContain(lead, inPlace);
        assertThat(shown("lead.manchester", "?show=all&project=" + project)).contains(lead, overdue, inPlace);
        assertThat(shown("lead.manchester", "?owner=mine&project=" + project))
                .contains(lead)
                .doesNotContain(overdue);
        assertThat(shown("ig.bury", "?owner=mine&project=" + project))
                .contains(overdue)
                .doesNotContain(lead);
        assertThat(shown("ig.bury", "?owner=lead&project=" + project))
                .contains(lead)
                .doesNotContain(overdue);
        assertThat(shown("ig.bury", "?show=%3Cscript%3E&owner=%3Cb%3E&project=" + project))
                .contains("No open measures match your search.")
                .doesNotContain("<b>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "words=named STAFF",
                "words=pelican sought",
                "words=pelican&organisation=bury",
                "words=pelican&sort=owner&show=overdue",
                "words=pelican&sort=7&show=king"
            })
    void findsAMeasureByWhatIsAskedFor(String asked) throws Exception {
        scenario.sentWithMeasures("Sought pelican");

        assertThat(shown("lead.manchester", "?" + asked)).contains("Access by named staff only.");
        assertThat(file("lead.manchester", "?" + asked)).contains("\"Access by named staff only.\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'', No measure that you can see is open.",
        "?show=overdue, No measure that you can see is overdue.",
        "?show=all, There are no measures that you can see.",
        "?show=overdue&words=pelican, No overdue measures match your search."
    })
    void saysWhatAnEmptyListMeans(String asked, String said) throws Exception {
        assertThat(shown("owner", asked)).contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"words=pelican heron", "words=pelican&organisation=salford", "words=s%f pelican"})
    void findsNoMeasureThatIsNotLikeIt(String asked) throws Exception {
        scenario.sentWithMeasures("Sought pelican");

        assertThat(shown("lead.manchester", "?" + asked))
                .contains("No open measures match your search.", "Clear the search");
        assertThat(file("lead.manchester", "?" + asked)).hasLineCount(1);
    }

    @Test
    void ordersMeasuresByOwner() throws Exception {
        var project = scenario.sentWithMeasures("Ordered by owner");

        assertThat(shown("lead.manchester", "?sort=owner&project=" + project))
                .containsSubsequence("IG officer, Bury Council", "Project lead");
    }

    @Test
    void savesWhatThePersonMaySeeAndNothingElse() throws Exception {
        var project = scenario.sentWithMeasures("=Saved measures");

        assertThat(file("ig.bury", "?show=all&project=" + project))
                .hasLineCount(4)
                .contains("\"%s\",\"'=Saved measures\",\"IG officer, Bury Council\"".formatted(project), "\"Overdue\"");
        for (var other : List.of("ig.bolton", "lead.salford", "owner", "ethics")) {
            assertThat(file(other, "?show=all&words=saved")).as(other).hasLineCount(1);
        }
    }

    private String file(String person, String query) throws Exception {
        return web.perform(get("/measures.csv" + query).with(user(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void putsWhatIsOverdueFirst() throws Exception {
        var project = scenario.sentWithMeasures("In order");

        assertThat(shown("lead.manchester", "?project=" + project))
                .containsSubsequence("Access by named staff only.", "Overdue", "A person checks every match.");
    }

    @Test
    void countsTheMeasuresOnTheProjectsPageAndDrawsItsRisks() throws Exception {
        var project = scenario.sentWithMeasures("Risks on a map");

        web.perform(get("/projects/" + project).with(user("ig.bury")))
                .andExpect(content()
                        .string(containsString(
                                "Before the measures. Severity significant, likelihood probable: R1, R2, R3 (high).")))
                .andExpect(content()
                        .string(containsString("With the measures in place. Severity significant, likelihood possible:"
                                + " R1, R2, R3 (medium).")))
                .andExpect(content().string(containsString(", 1 overdue")));
    }

    @Test
    void asksItsOwnersOnceTheAgreementIsPublished() {
        var project = scenario.sentWithMeasures("Published with measures");
        assertThat(openTasks.of(project)).isEmpty();

        projects.published(project);
        measures.followUp(project);
        measures.followUp(project);

        assertThat(measures.of(project)).filteredOn(Measure::isOpen).hasSize(2);
        assertThat(openTasks.of(project))
                .extracting(OpenTask::name)
                .containsExactlyInAnyOrder("Confirm your measure", "Confirm the measure");
    }

    @Test
    void saysWhatMustBeInPlaceBeforeTheSharingStartsToEverybodyOfTheProject() throws Exception {
        var project = scenario.described("Before the first day");
        LocalDate firstDay = projects.get(project).arrangements().orElseThrow().startDate();
        AssessedProjects.approve(
                dpias,
                project,
                List.of(
                        RiskFixture.promised(0, "Staff are trained.", "ig-bury", firstDay),
                        RiskFixture.promised(0, "The notice is printed.", "lead", firstDay.plusDays(1))));
        measures.promise(project);

        for (var person : new String[] {"lead.manchester", "board"}) {
            web.perform(get("/projects/" + project).with(user(person)))
                    .andExpect(content().string(containsString("These must be in place before the sharing starts on")))
                    .andExpect(
                            content().string(containsString("Staff are trained. (risk R1; IG officer, Bury Council")))
                    .andExpect(content().string(not(containsString("The notice is printed. (risk"))));
        }
        measures.followUp(project);
        assertThat(openTasks.of(project)).hasSize(2);
        assertThat(
                        runtime.createVariableInstanceQuery()
                                .variableName("brief")
                                .processInstanceIdIn(runtime
                                        .createProcessInstanceQuery()
                                        .processInstanceBusinessKey(project.value())
                                        .list()
                                        .stream()
                                        .map(Execution::getId)
                                        .toArray(String[]::new))
                                .list())
                .extracting(VariableInstance::getValue)
                .containsExactlyInAnyOrder(
                        "Before the sharing starts: Risk R1: Staff are trained.", "Risk R2: The notice is printed.");

        var first = measures.of(project).get(0);
        measures.answer(
                first.id(), new MeasureAnswer(true, "The list of trainees.", null, null), AgreementScenario.LEAD);
        web.perform(get("/projects/" + project).with(user("lead.manchester")))
                .andExpect(content().string(not(containsString("before the sharing starts"))));
    }

    @Test
    void endsWhenTheLeadWithdrawsTheProject() {
        var project = scenario.sentWithMeasures("Withdrawn with measures");
        runtime.createProcessInstanceByKey("sharing-project")
                .businessKey(project.value())
                .setVariables(Map.of(
                        "lead", AgreementScenario.LEAD.id(), "leadOrganisation", "manchester", "urgency", "normal"))
                .startBeforeActivity("Task_CheckDraft")
                .execute();

        ends.withdraw(project, "The need has gone.", AgreementScenario.LEAD);

        assertThat(measures.of(project))
                .extracting(Measure::status)
                .containsExactly(MeasureStatus.DROPPED, MeasureStatus.DROPPED, MeasureStatus.IN_PLACE);
        assertThat(openTasks.of(project)).isEmpty();
    }

    @Test
    void keepsRisksThatAreStillWeighedFromThePartners() throws Exception {
        var project = scenario.sentWithMeasures("Weighed again");
        dpias.reopen(project, Set.of(DpiaSection.RISKS), DpiaFixture.LEAD);

        web.perform(get("/projects/" + project).with(user("ig.bury")))
                .andExpect(content().string(not(containsString("Before the measures"))));
        web.perform(get("/projects/" + project).with(user("dpo.manchester")))
                .andExpect(content().string(containsString("Before the measures")));
    }

    private String shown(String person, String query) throws Exception {
        return page(person, query).andReturn().getResponse().getContentAsString();
    }

    private ResultActions page(String person, String query) throws Exception {
        return web.perform(get("/measures" + query).with(user(person)));
    }
}
