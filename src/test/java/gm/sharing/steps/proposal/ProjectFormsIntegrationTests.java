package gm.sharing.steps.proposal;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.agreement.Agreements;
import gm.sharing.deadline.TypedDay;
import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.DpoView;
import gm.sharing.dpia.Verdict;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.Projects;
import gm.sharing.project.RevisionScope;
import gm.sharing.signoff.Comment;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.Decisions;
import gm.sharing.signoff.ReviewFixture;
import gm.sharing.signoff.RoundOpening;
import gm.sharing.signoff.SignOffFixture;
import gm.sharing.signoff.SignOffId;
import gm.sharing.workflow.form.Prefill;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The forms of the project's lead, from the proposal to the arrangements, the draft and its revision. */
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "camunda.bpm.authorization.enabled=false"})
class ProjectFormsIntegrationTests {

    private static final Person LEAD = ProjectFixture.leadOf(BOLTON);

    @Autowired
    private Projects projects;

    @Autowired
    private ProjectEnds ends;

    @Autowired
    private Agreements agreements;

    @Autowired
    private Decisions decisions;

    @Autowired
    private RoundOpening opening;

    @Autowired
    private Dpias dpias;

    @Autowired
    private Prefill prefill;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private IdentityService identity;

    private ProjectReference reference;

    @BeforeEach
    void propose() {
        if (identity.createUserQuery().userId(LEAD.id()).count() == 0) {
            identity.saveUser(identity.newUser(LEAD.id()));
        }
        for (String group : LEAD.groups()) {
            if (identity.createUserQuery()
                            .userId(LEAD.id())
                            .memberOfGroup(group)
                            .count()
                    == 0) {
                identity.createMembership(LEAD.id(), group);
            }
        }
        identity.setAuthentication(LEAD.id(), List.of());
        reference = new ProjectReference(
                start(prefill.with(ProjectFixture.proposal("Plans that move"))).getBusinessKey());
    }

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

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
                        "{\"label\":\"Tameside Council (assurance: Not submitted) – no IG officer and no signatory yet\",\"value\":\"tameside\"}")
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
                        + "\"assurance\":\"Not submitted\"}");
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
                .contains("There is already a project with this title", "- " + first + ": Being described");
        assertThat(shownOf(first).get("namesakes").toString()).contains("- " + second + ": Being described");

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

    @Test
    void showsTheDraftAndSendsItOut() {
        describe();
        draft();
        moveTo("Task_CheckDraft");

        assertThat(shown())
                .containsEntry("version", "1.0")
                .containsEntry("document", "/projects/" + reference + "/agreement/1.0")
                .containsEntry("rule", "Every partner has to sign.");
        assertThat(shown().get("asked").toString())
                .contains("Bolton Council", "Bury Council", "It has not been asked before.");
        assertThatThrownBy(() -> submit(Map.of())).hasMessageContaining("Is it ready? Must be filled in.");
    }

    @Test
    void saysBeforeTheDraftGoesOutAtWhichPartnersNobodyCouldDoTheirPart() {
        describe();
        draft();
        moveTo("Task_CheckDraft");
        Map<String, List<String>> held = new HashMap<>();
        for (String office : List.of("ig-bolton", "signatory-bolton", "dpo-bolton", "ig-bury", "signatory-bury")) {
            held.put(office, people(office));
            people(office).forEach(person -> identity.deleteMembership(person, office));
        }
        String somebody = "somebody.in.every.office";
        identity.saveUser(identity.newUser(somebody));
        try {
            assertThat(shown().get("vacancies").toString())
                    .contains(
                            "**Some partners have nobody who can do their part yet:**",
                            "- Bolton Council: no IG officer, no signatory, no data protection officer",
                            "- Bury Council: no IG officer, no signatory\n",
                            "Ask the organisation who holds the role, and an administrator to give it to that person.");

            hold(somebody, "ig-bury", "ig-bolton", "signatory-bolton");
            assertThat(shown().get("vacancies").toString())
                    .contains("- Bolton Council: no data protection officer\n", "- Bury Council: no signatory\n");

            hold(somebody, "dpo-bolton", "signatory-bury");
            assertThat(shown()).containsEntry("vacancies", "");
        } finally {
            identity.deleteUser(somebody);
            held.forEach((office, people) -> people.forEach(person -> identity.createMembership(person, office)));
        }
    }

    private List<String> people(String group) {
        return identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(User::getId)
                .toList();
    }

    private void hold(String person, String... offices) {
        for (String office : offices) {
            identity.createMembership(person, office);
        }
    }

    @Test
    void goesBackFromTheDraftToRevision() {
        describe();
        draft();
        moveTo("Task_CheckDraft");

        submit(Map.of("sendOut", "false"));

        assertThat(openTask()).isEqualTo("Task_ReviseProject");
        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.IN_REVISION);
        assertThat(shown()).containsEntry("reasons", "You decided to revise the draft before it goes to the partners.");

        submit(Map.of("revise", "arrangements", "response", "Kept for a shorter time."));

        assertThat(openTask()).isEqualTo("Task_AgreeArrangements");
        assertThat(projects.get(reference).revisions())
                .extracting("scope", "response")
                .containsExactly(tuple(RevisionScope.ARRANGEMENTS, "Kept for a shorter time."));
    }

    @Test
    void showsWhoAskedForWhichChanges() {
        describe();
        draft();
        opening.open(
                reference,
                "1.0",
                agreements.latest(reference).digest(),
                partner -> Instant.parse("2027-01-01T00:00:00Z"),
                SignOffFixture.asking(BOLTON, BURY));
        projects.sentForSignOff(reference);
        decisions.review(
                new SignOffId(reference, 1, BURY),
                ReviewFixture.only(Decision.REQUEST_CHANGES)
                        .commenting(
                                List.of(new Comment("Looking after the information: Deletion", "Say who *erases* it.")))
                        .review(),
                new Person("ig.bury", "Ingrid Bury", "", Set.of("org-bury", "ig-bury")),
                Role.IG_OFFICER);
        projects.sentBackToLead(reference);
        moveTo("Task_ReviseProject");

        assertThat(shown().get("reasons").toString())
                .contains("## Bury Council: Changes requested")
                .contains("#### Looking after the information: Deletion\n\nBury Council, IG officer Ingrid Bury, on")
                .contains("> Say who \\*erases\\* it.")
                .doesNotContain("Bolton Council");
    }

    @Test
    void showsWhyTheAssessmentWasRejected() {
        describe();
        projects.assessmentStarted(reference);
        DpiaFixture.approve(dpias, reference, BOLTON);
        dpias.reopen(reference, Set.of(DpiaSection.RISKS), LEAD);
        DpiaFixture.decide(
                dpias,
                reference,
                BOLTON,
                DpoView.AGAINST,
                DpiaFixture.decision(Verdict.REJECT, "The risk is too high."));
        projects.sentBackToLead(reference);
        moveTo("Task_ReviseProject");

        assertThat(shown().get("reasons").toString())
                .startsWith("## The DPIA was rejected")
                .contains("> The risk is too high.");
    }

    @Test
    void endsTheProcessOfAWithdrawnProject() {
        describe();

        ends.withdraw(reference, "The service closes.", LEAD);

        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isZero();
        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.WITHDRAWN);
    }

    private void describe() {
        submit(prefill.with(ProjectFixture.needs()));
        submit(prefill.with(ProjectFixture.partners(BOLTON, BURY)));
        submit(prefill.with(ProjectFixture.flows(ProjectFixture.flow(BOLTON, BURY))));
        Map<String, Object> arranged = new HashMap<>(ProjectFixture.arranged());
        arranged.putAll(prefill.with(ProjectFixture.arrangements()));
        submit(arranged);
    }

    private void draft() {
        DpiaFixture.screen(dpias, reference);
        agreements.draft(reference);
        projects.drafted(reference);
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

    private ProcessInstance start(Map<String, Object> answers) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("sharing-project")
                .latestVersion()
                .singleResult()
                .getId();
        return forms.submitStartForm(definition, answers);
    }

    private void submit(Map<String, Object> answers) {
        forms.submitTaskForm(task().getId(), new HashMap<>(answers));
    }

    private void moveTo(String activity) {
        String instance = task().getProcessInstanceId();
        String current = openTask();
        runtime.createProcessInstanceModification(instance)
                .cancelAllForActivity(current)
                .startBeforeActivity(activity)
                .execute();
    }

    private Map<String, Object> shown() {
        return forms.getTaskFormVariables(task().getId());
    }

    private String openTask() {
        return task().getTaskDefinitionKey();
    }

    private Task task() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .singleResult();
    }
}
