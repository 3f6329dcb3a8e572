package gm.sharing.steps.proposal;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.deadline.TypedDay;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** The forms of the project's lead, from the proposal to the arrangements. */
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "camunda.bpm.authorization.enabled=false"})
class ProjectFormsIntegrationTests extends FormsOfTheLead {

    @Test
    void startsWithIdentifiersAndTheUrgencyOnly() {
        assertThat(runtime.getVariables(task().getProcessInstanceId()))
                .containsOnly(
                        Map.entry("lead", LEAD.id()),
                        Map.entry("leadOrganisation", "bolton"),
                        Map.entry("urgency", "normal"));
        assertThat(openTask()).isEqualTo("Task_DescribeNeeds");
    }

    @Test
    void isUrgentForAReason() {
        Map<String, Object> urgent = new HashMap<>(prefill.with(ProjectFixture.proposal("Flood")));
        urgent.put("urgency", "urgent");

        assertThatThrownBy(() -> start(urgent)).hasMessageContaining("Say why the project is urgent");
    }

    @Test
    void describesAProjectStepByStep() {
        describe();

        assertThat(openTask()).isEqualTo("Task_AnswerScreening");
        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.DESCRIBED);
        assertThat(projects.get(reference).flows()).containsExactly(ProjectFixture.flow(BOLTON, BURY));
        assertThat(projects.get(reference).arrangements()).contains(ProjectFixture.arrangements());
        assertThat(runtime.getVariables(task().getProcessInstanceId()))
                .containsOnlyKeys("lead", "leadOrganisation", "urgency");
    }

    @Test
    void namesTheFieldThatIsMissing() {
        Map<String, Object> needs = new HashMap<>(prefill.with(ProjectFixture.needs()));
        needs.put("purpose", " ");
        needs.put("dataItems", List.of(Map.of("name", "", "kind", "personal", "identifiability", "identifiable")));

        assertThatThrownBy(() -> submit(needs))
                .hasMessageContaining("Purpose: must be filled in.")
                .hasMessageContaining("Data items, row 1, Item: must be filled in.");
        assertThat(projects.get(reference).needs()).isEmpty();
    }

    @Test
    void offersEveryOrganisationWithItsAssurance() {
        submit(prefill.with(ProjectFixture.needs()));

        assertThat(shown().get("organisationOptions").toString())
                .contains(
                        "{\"label\":\"Tameside Council (assurance: DSPT not given) – no IG officer and no signatory yet\",\"value\":\"tameside\"}")
                .contains("Greater Manchester Fire and Rescue Service (a partnership: its members sign)");
        assertThat(shown()).containsEntry("leadName", "Bolton Council");
        assertThatThrownBy(() -> submit(prefill.with(ProjectFixture.partners(BOLTON, new OrganisationCode("gmfrs")))))
                .hasMessageContaining("Choose its members instead: Greater Manchester Combined Authority.");
    }

    @Test
    void offersThePartnersForFlowsAndTakesNobodyElse() {
        submit(prefill.with(ProjectFixture.needs()));
        submit(prefill.with(ProjectFixture.partners(BOLTON, BURY)));

        assertThat(shown().get("vacancies").toString())
                .as("told before anybody waits")
                .contains("Bury Council: no IG officer, no signatory", "an administrator to give it");
        assertThat(shown().get("partnerOptions").toString())
                .contains("bolton", "bury")
                .doesNotContain("wigan");
        assertThat(shown().get("partnerRows").toString())
                .contains("{\"name\":\"Bury Council\",\"part\":\"Receives\",\"role\":\"Controller\","
                        + "\"assurance\":\"DSPT not given\"}");
        assertThat(shown()).as("the first row is empty").doesNotContainKey("flows");
        assertThatThrownBy(() ->
                        submit(prefill.with(ProjectFixture.flows(ProjectFixture.flow(BOLTON, ProjectFixture.WIGAN)))))
                .hasMessageContaining("Flows, row 1, To: is not among the possible answers.");
    }

    @Test
    void holdsEachEndOfAFlowToItsOwnLawfulBasis() {
        submit(prefill.with(ProjectFixture.needs()));
        submit(prefill.with(ProjectFixture.partners(BOLTON, BURY)));
        Map<String, Object> flow = new HashMap<>(prefill.with(ProjectFixture.flow(BOLTON, BURY)));

        flow.put("article6", "6(1)(ea)-safeguarding");
        assertThatThrownBy(() -> submit(Map.of("flows", List.of(flow), "noPart", List.of())))
                .hasMessage(
                        "Flows, row 1, Lawful basis (Article 6 of UK GDPR): Bolton Council is a public authority and does not rely on 6(1)(ea) Recognised"
                                + " legitimate interests: safeguarding vulnerable people for public tasks. Choose 6(1)(e) Public task, and describe what"
                                + " others share as a flow of its own, or say why this is outside their public tasks.");

        flow.put("outsideTask", "The council lets rooms, as anybody may who has some.");
        flow.put("recipientsArticle6", "6(1)(e)");
        flow.put("article9", "9(2)(g)");
        flow.put("schedule1", "sch1-part2-14");
        flow.put("policyDocument", "Policy for special categories");
        assertThatThrownBy(() -> submit(Map.of("flows", List.of(flow), "noPart", List.of())))
                .hasMessage(
                        "Flows, row 1, Review date of the policy document: the condition “Part 2: preventing fraud” of Schedule 1 stands only with an"
                                + " appropriate policy document. Give its title and the date of its next review.");

        flow.put("policyReview", "next spring");
        assertThatThrownBy(() -> submit(Map.of("flows", List.of(flow), "noPart", List.of())))
                .hasMessage(
                        "Flows, row 1, Review date of the policy document: must be a real date from 2000 to %d, such as"
                                + " 27 3 2027.",
                        ProjectFixture.today().getYear() + TypedDay.YEARS_AHEAD);

        flow.put("policyReview", "2020-01-01");
        assertThatThrownBy(() -> submit(Map.of("flows", List.of(flow), "noPart", List.of())))
                .hasMessage(
                        "Flows, row 1, Review date of the policy document: it is in the past. Have the document reviewed, and"
                                + " give the next date.");

        flow.put("policyReview", LocalDate.now(ZoneOffset.UTC).plusYears(1).toString());
        submit(Map.of("flows", List.of(flow), "noPart", List.of()));

        assertThat(projects.get(reference).flows().get(0).basisOfRecipients()).isEqualTo("6(1)(e)");
    }

    @Test
    void tellsTheLeadOfAnotherProjectWithTheSameTitle() {
        var title = "Sent twice " + reference;
        assertThat(shown()).containsKey("namesakes");
        var first = proposed(title);
        assertThat(shownOf(first)).containsEntry("namesakes", "");

        var second = proposed(title.toUpperCase(Locale.UK));
        assertThat(shownOf(second).get("namesakes").toString())
                .contains("There is another project with this title", "- " + first + ": The lead is describing it");
        assertThat(shownOf(first).get("namesakes").toString()).contains("- " + second + ": The lead is describing it");

        ends.withdraw(second, "It was sent twice.", LEAD);
        assertThat(shownOf(first)).containsEntry("namesakes", "");
    }

    @Test
    void showsWhatWasAnsweredBefore() {
        describe();
        projects.drafted(reference);
        moveTo("Task_ReviseProject");
        submit(Map.of("revise", "sharing", "response", "We share less."));

        assertThat(openTask()).isEqualTo("Task_DescribeNeeds");
        assertThat(shown()).containsEntry("purpose", ProjectFixture.needs().purpose());
        submit(prefill.with(ProjectFixture.needs()));
        assertThat(shown().get("providers").toString()).isEqualTo("[\"bolton\"]");
        assertThat(shown()).containsEntry("jointControllers", "false");
        submit(prefill.with(ProjectFixture.partners(BOLTON, BURY)));
        assertThat(shown().get("flows").toString()).contains("\"lawEnforcement\":\"false\"");
        submit(prefill.with(ProjectFixture.flows(ProjectFixture.flow(BOLTON, BURY))));
        assertThat(shown())
                .containsEntry("reviewYears", "1")
                .containsEntry("startDate", ProjectFixture.firstDay().toString());
    }

    private ProjectReference proposed(String title) {
        return new ProjectReference(
                start(prefill.with(ProjectFixture.proposal(title))).getBusinessKey());
    }

    private Map<String, Object> shownOf(ProjectReference project) {
        return forms.getTaskFormVariables(tasks.createTaskQuery()
                .processInstanceBusinessKey(project.value())
                .singleResult()
                .getId());
    }
}
