package gm.sharing.steps.proposal;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.agreement.Agreements;
import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.DpiaSection;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.DpoView;
import gm.sharing.dpia.Verdict;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectStatus;
import gm.sharing.project.RevisionScope;
import gm.sharing.signoff.Comment;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.Decisions;
import gm.sharing.signoff.ReviewFixture;
import gm.sharing.signoff.RoundOpening;
import gm.sharing.signoff.SignOffFixture;
import gm.sharing.signoff.SignOffId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The forms of the project's lead once it is described: the draft and its revision. */
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "camunda.bpm.authorization.enabled=false"})
class DraftAndRevisionFormsIntegrationTests extends FormsOfTheLead {

    @Autowired
    private Agreements agreements;

    @Autowired
    private Decisions decisions;

    @Autowired
    private RoundOpening opening;

    @Autowired
    private Dpias dpias;

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
                        .commenting(List.of(
                                new Comment("arrangements/deletion", "Say who *erases* it."),
                                new Comment("Looking after the information: Deletion", "As it was called before.")))
                        .review(),
                new Person("ig.bury", "Ingrid Bury", "", Set.of("org-bury", "ig-bury")),
                Role.IG_OFFICER);
        projects.sentBackToLead(reference);
        moveTo("Task_ReviseProject");

        assertThat(shown().get("reasons").toString())
                .contains("## Bury Council: Changes requested")
                .contains(
                        "#### Looking after the information: Return and deletion\n\nBury Council, IG officer Ingrid Bury, on",
                        "#### Looking after the information: Deletion\n\nBury Council, IG officer Ingrid Bury, on")
                .contains("> Say who \\*erases\\* it.")
                .doesNotContain("Bolton Council");
    }

    @Test
    void showsWhyTheAssessmentWasRejected() {
        describe();
        projects.assessmentStarted(reference);
        AssessedProjects.approve(dpias, reference, BOLTON);
        dpias.reopen(reference, Set.of(DpiaSection.RISKS), LEAD);
        AssessedProjects.decide(
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

    private void draft() {
        AssessedProjects.screen(dpias, reference);
        agreements.draft(reference);
        projects.drafted(reference);
    }
}
