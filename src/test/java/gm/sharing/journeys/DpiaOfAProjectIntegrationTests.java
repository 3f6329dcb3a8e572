package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.advice;
import static gm.sharing.journeys.Answers.algorithm;
import static gm.sharing.journeys.Answers.algorithmInScreening;
import static gm.sharing.journeys.Answers.conditions;
import static gm.sharing.journeys.Answers.dpiaDecision;
import static gm.sharing.journeys.Answers.dpiaSections;
import static gm.sharing.journeys.Answers.ethicsAdvice;
import static gm.sharing.journeys.Answers.flow;
import static gm.sharing.journeys.Answers.harmInScreening;
import static gm.sharing.journeys.Answers.nothingInScreening;
import static gm.sharing.journeys.Answers.risks;
import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.DemoApplication;
import gm.sharing.measure.Measure;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectLeads;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.form.ShownNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a DPIA does to the project around it: who has to do it, what follows from its screening, advice and conditions. */
@DemoApplication
@Tag("one-database")
class DpiaOfAProjectIntegrationTests extends WalkedProject {

    @Override
    ShownNames shown() {
        return new ShownNames();
    }

    @Autowired
    ProjectLeads leads;

    @Test
    void asksForADpiaWhenTheSignatoryWantsOneAgainstTheAdvice() {
        var project = described(nothingInScreening(), flow(List.of("manchester"), List.of("bolton")));

        journey.complete(
                project, "Task_ConfirmNoDpia", DPO, Map.of("dpiaNeeded", "false", "reason", "Little is shared."));
        assertThat(journey.openTasks(project)).containsExactly("Task_DecideNoDpia");
        journey.complete(
                project,
                "Task_DecideNoDpia",
                SIRO,
                Map.of("dpiaNeeded", "true", "reasons", "Tenants would expect one.", "role", "SIRO"));

        assertThat(journey.openTasks(project)).contains("Task_DpiaNeed");
    }

    @Test
    void takesTheSectionsOfTheDpiaInAnyOrderAndWaitsForAllOfThem() {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        var sections = new ArrayList<>(dpiaSections().keySet());
        Collections.reverse(sections);

        sections.forEach(section -> {
            assertThat(journey.openTasks(project)).doesNotContain("Task_DpiaRisks");
            journey.complete(project, section, LEAD, dpiaSections().get(section));
        });

        assertThat(journey.openTasks(project)).containsExactly("Task_DpiaRisks");
    }

    @Test
    void givesWhatTheLeadHasToDoToAColleagueWhoTakesOver() {
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        var reference = new ProjectReference(project);
        var lead = people.find(LEAD).orElseThrow();
        var colleague = colleague("lead2");
        assertThatThrownBy(() -> leads.handOver(reference, lead, colleague)).hasMessageContaining("leads it already");
        assertThatThrownBy(() -> leads.handOver(reference, people.find(DPO).orElseThrow(), lead))
                .hasMessageContaining("Choose a project lead");

        leads.handOver(reference, colleague, colleague);

        writeOpenSections(project, colleague.id());
        journey.complete(project, "Task_DpiaRisks", colleague.id(), risks("remote", "significant"));
        journey.advise(project, "manchester", advice("accept"));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));
        assertThat(journey.task(project, "Task_CheckDraft").getAssignee()).isEqualTo(colleague.id());
        assertThat(leads.actedAsLead(reference)).contains(LEAD, colleague.id());
    }

    @Test
    void letsNoTaskOfALeadWaitForAnAccountThatIsGone() {
        var gone = colleague("leaving");
        var project = described(harmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        leads.handOver(new ProjectReference(project), gone, gone);
        writeOpenSections(project, gone.id());
        journey.complete(project, "Task_DpiaRisks", gone.id(), risks("remote", "significant"));
        engine.getIdentityService().deleteUser(gone.id());

        journey.advise(project, "manchester", advice("send-back", "scope"));

        var task = journey.task(project, "Task_DpiaScope");
        assertThat(people.find(task.getAssignee()))
                .as("another lead of the organisation")
                .hasValueSatisfying(other ->
                        assertThat(other.holdsInOwnRight(Role.PROJECT_LEAD)).isTrue());
        journey.complete(
                project, "Task_DpiaScope", task.getAssignee(), dpiaSections().get("Task_DpiaScope"));
    }

    @Test
    void makesMeasuresOfWhatOfficerAndPanelMakeConditionsAndOffersNoOfficerAsTheirOwner() {
        var project = described(algorithmInScreening(), flow(List.of("manchester"), List.of("bolton")));
        journey.complete(project, "Task_AtrsRecord", LEAD, algorithm());
        writeOpenSections(project);
        var owners = engine.getFormService()
                .getTaskFormVariables(journey.task(project, "Task_DpiaRisks").getId())
                .get("ownerOptions")
                .toString();
        assertThat(owners)
                .contains("\"ig-manchester\"", "\"signatory-bolton\"", "\"lead\"", "\"lead-it-security\"")
                .doesNotContain("dpo-", "ata protection officer");
        refused(
                project,
                "Task_DpiaRisks",
                LEAD,
                with(
                        risks("remote", "minimal"),
                        "risks",
                        ((List<?>) risks("remote", "minimal").get("risks"))
                                .stream()
                                        .map(risk -> {
                                            var changed = new HashMap<Object, Object>((Map<?, ?>) risk);
                                            changed.put("owner", "dpo-manchester");
                                            return changed;
                                        })
                                        .toList()),
                "Who is responsible for the measure? Is not among the possible answers");
        journey.complete(project, "Task_DpiaRisks", LEAD, risks("remote", "minimal"));
        refused(
                project,
                "Task_EthicsAdvise",
                "ethics",
                with(ethicsAdvice(), "advice", "support-with-conditions"),
                "onditions");
        journey.complete(
                project,
                "Task_EthicsAdvise",
                "ethics",
                with(
                        ethicsAdvice(),
                        "advice",
                        "support-with-conditions",
                        "conditions",
                        "Test by ethnicity before the score is switched on."));
        journey.advise(project, "manchester", conditions("The privacy notices of all partners name the hub."));
        journey.complete(project, "Task_DpiaDecide", SIRO, dpiaDecision("approve"));

        var reference = new ProjectReference(project);
        var firstDay = projects.get(reference).arrangements().orElseThrow().startDate();
        assertThat(measures.of(reference))
                .filteredOn(measure -> !measure.origin().words().startsWith("risk"))
                .extracting(measure -> measure.origin().words(), Measure::what, Measure::owner, measure -> measure.due()
                        .orElseThrow())
                .containsExactlyInAnyOrder(
                        tuple(
                                "the conditions of the ethics panel",
                                "Test by ethnicity before the score is switched on.",
                                "lead",
                                firstDay),
                        tuple(
                                "the section “Scope of the processing”",
                                "The privacy notices of all partners name the hub.",
                                "lead",
                                LocalDate.now().plusMonths(2)));
        assertThat(journey.openTasks(project))
                .as("nobody is asked before publication")
                .doesNotContain("Task_ConfirmMeasure_Lead");
    }

    private Person colleague(String name) {
        String id = name + "." + UUID.randomUUID().toString().substring(0, 8);
        new TestPeople(engine.getIdentityService(), directory).lead(id, "manchester");
        return people.find(id).orElseThrow();
    }
}
