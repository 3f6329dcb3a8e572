package gm.sharing.steps.signoff;

import static gm.sharing.Changed.changed;
import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static gm.sharing.project.ProjectFixture.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.absence.Absences;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Sector;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectStatus;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffFixture;
import gm.sharing.signoff.SignOffState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Rounds of sign-off in the real engine: who is asked, who signs, and who is asked again. */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
@Tag("one-database")
class SignOffProcessIntegrationTests extends SignOffInTheEngine {

    @Autowired
    ProjectEnds ends;

    @Autowired
    Directory directory;

    @Autowired
    Absences absences;

    @Test
    void asksEveryPartnerAndShowsItTheAgreement() {
        openRound();

        assertThat(asked()).containsExactly(BOLTON, BURY, WIGAN);
        assertThat(projects.get(reference).status()).isEqualTo(ProjectStatus.IN_SIGN_OFF);
        assertThat(signOffs.get(of(BURY)).clock().due()).isEqualTo(Instant.parse("2026-06-22T16:00:00Z"));
        var task = task("Task_ReviewAgreement", BURY);
        assertThat(task.getDueDate()).isEqualTo(Instant.parse("2026-06-22T16:00:00Z"));
        var shown = forms.getTaskFormVariables(task.getId());
        assertThat(shown.get("request").toString())
                .startsWith("**Bury Council** is asked about **version 1.0** of the information sharing agreement for"
                        + " **Plans that move**, led by Bolton Council.")
                .contains("(/projects/" + reference + "/agreement/1.0)")
                .endsWith("[Pass this task to a colleague](/tasks/" + task.getId() + "/pass)");
        assertThat(shown.get("summary").toString()).contains("**Led by:** Bolton Council");
        assertThat(shown.get("dpia").toString()).isNotBlank();
        assertThat(shown.get("agreement").toString())
                .contains("#### 4.2 Purpose\n\nTo keep children safe when a family moves.")
                .contains("| Bury Council |")
                .contains("Children Act 2004, section 11");
        assertThat(shown).containsEntry("changes", "").containsEntry("advice", "");
    }

    @Test
    void endsWithEverySignatureGiven() {
        openRound();
        for (var partner : asked()) {
            complete("Task_ReviewAgreement", partner, "ig", conditions("Access is reviewed."));
            assertThat(forms.getTaskFormVariables(
                            task("Task_SignAgreement", partner).getId()))
                    .satisfies(shown -> assertThat(shown.get("conditions"))
                            .hasToString(
                                    "[{\"text\":\"Access is reviewed.\",\"owner\":\"lead\",\"due\":\"2026-09-30\"}]"))
                    .extracting("advice")
                    .asString()
                    .contains(
                            "**Advises to sign with conditions**",
                            "> Access is reviewed.",
                            "> Owner: Project lead, by 30 September 2026");
            complete("Task_SignAgreement", partner, "signatory", SIGNED);
        }

        conclude();

        assertThat(runtime.getVariable(project().getId(), "roundOutcome")).isEqualTo("all-signed");
        assertThat(signOffs.standing(reference)).hasSize(3).allMatch(SignOff::isSigned);
    }

    @Test
    void takesASignatureFromADeputyButNotFromWhoeverReviewed() {
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", SIGN);
        var signatory = SignOffFixture.person("signatory", BURY);
        var today = LocalDate.of(2026, 6, 1);

        var reviewer = absences.note(signatory.id(), "ig.bury", today, today, signatory);
        try {
            assertThatThrownBy(() -> completeAs(found("ig.bury"), task("Task_SignAgreement", BURY), SIGNED))
                    .hasMessageContaining(
                            "You reviewed this version for your organisation, so another signatory has to" + " decide");
        } finally {
            absences.end(reviewer.id().orElseThrow(), signatory);
        }
        assertThatThrownBy(() -> completeAs(found("caldicott.bury"), task("Task_SignAgreement", BURY), SIGNED))
                .isInstanceOf(AuthorizationException.class);
        var deputy = absences.note(signatory.id(), "caldicott.bury", today, today, signatory);
        try {
            completeAs(found("caldicott.bury"), task("Task_SignAgreement", BURY), SIGNED);
        } finally {
            absences.end(deputy.id().orElseThrow(), signatory);
        }

        var signed = signOffs.get(of(BURY)).decisive().orElseThrow();
        assertThat(signed.speaker().by().person()).isEqualTo("caldicott.bury");
        assertThat(signed.speaker().actedAs().deputyFor()).isEqualTo("signatory.bury");
    }

    private Person found(String person) {
        return people.find(person).orElseThrow();
    }

    @Test
    void keepsWhatPeopleDecidedOutOfTheEngine() {
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", conditions("Only for us."));

        var ofBury = partnersInstance(BURY);

        assertThat(runtime.getVariables(ofBury.getId()))
                .containsEntry("review", "sign-with-conditions")
                .doesNotContainValue("Only for us.");
    }

    @Test
    void asksAgainOnlyThoseWhomTheChangeTouches() {
        openRound();
        signBy(BOLTON, BURY, WIGAN);
        closeRound();
        change(flow(BOLTON, BURY), changed(flow(BOLTON, WIGAN), "security", "Encrypted with keys of our own."));

        openRound();

        assertThat(asked()).containsExactly(BOLTON, WIGAN);
        assertThat(forms.getTaskFormVariables(
                                task("Task_ReviewAgreement", WIGAN).getId())
                        .get("changes")
                        .toString())
                .startsWith("Your organisation was asked about version 1.0 before.")
                .contains("Flow from Bolton Council to Wigan Council: Security")
                .contains("\\[added: **with keys of our own.**\\]")
                .endsWith("### What the lead says to it\n\n> Wigan asked for its own keys, and has them.\n\n");
    }

    @Test
    void asksEverybodyAgainWhenTheChangeIsMaterial() {
        openRound();
        signBy(BOLTON, BURY, WIGAN);
        closeRound();
        projects.sentBackToLead(reference);
        projects.describeNeeds(reference, needsFor("To plan services."), LEAD);

        openRound();

        assertThat(asked()).containsExactly(BOLTON, BURY, WIGAN);
    }

    @Test
    void asksThoseWhoDidNotSignAgainWhateverChanged() {
        openRound();
        signBy(BOLTON, WIGAN);
        complete("Task_ReviewAgreement", BURY, "ig", CHANGES);
        closeRound();

        openRound();

        assertThat(asked()).containsExactly(BURY);
        assertThat(shown("Task_ReviewAgreement", BURY).get("changes").toString())
                .contains("### What your organisation said\n\n#### Why information is shared: Purpose\n\nBury Council,"
                        + " IG officer")
                .contains("> Say more.");
    }

    @Test
    void refusesASignatureThatLacksItsConditionsByTheNameOfTheField() {
        openRound();

        assertThatThrownBy(
                        () -> complete("Task_ReviewAgreement", BURY, "ig", Map.of("decision", "sign-with-conditions")))
                .hasMessage("Conditions: say on which conditions you sign, who is responsible for each and by when.");
        assertThatThrownBy(() -> complete("Task_ReviewAgreement", BURY, "ig", conditions("Today.", "2026-05-29")))
                .hasMessage("Conditions, row 1, By when? The date has passed. Give a later one.");
        assertThatThrownBy(() -> complete("Task_ReviewAgreement", BURY, "ig", commenting("Section 99")))
                .hasMessageContaining("Comments, row 1, Which section is it about? Is not among the possible answers");
        assertThatThrownBy(() -> complete("Task_ReviewAgreement", BURY, "ig", Map.of("decision", "agree")))
                .hasMessageContaining("What do you advise? Is not among the possible answers");
    }

    @Test
    void takesNoDecisionOnceTheLeadHasWithdrawnTheProject() {
        openRound();

        ends.withdraw(reference, "The need is gone.", LEAD);

        assertThat(signOffs.of(reference)).extracting(SignOff::state).containsOnly(SignOffState.ENDED);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .list())
                .isEmpty();
    }

    @Test
    void letsSixtyPartnersReviewAndSignAtOnceByTheirForms() throws Exception {
        var sixty = IntStream.rangeClosed(1, 60)
                .mapToObj(number -> new OrganisationCode("sixtieth" + number))
                .toList();
        sixty.forEach(this::addToTheDirectory);
        projects.drafted(reference);
        projects.sentBackToLead(reference);
        projects.namePartners(reference, ProjectFixture.partners(BOLTON, sixty.toArray(OrganisationCode[]::new)), LEAD);
        projects.describeFlows(reference, ProjectFixture.flows(flow(List.of(BOLTON), sixty)), LEAD);
        openRound();
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> decisions = sixty.stream()
                    .<Callable<Void>>map(partner -> () -> {
                        signBy(partner);
                        return null;
                    })
                    .toList();
            for (var decision : threads.invokeAll(decisions)) {
                decision.get();
            }
        } finally {
            threads.shutdown();
        }

        signBy(BOLTON);
        conclude();

        assertThat(runtime.getVariable(project().getId(), "roundOutcome")).isEqualTo("all-signed");
        assertThat(signOffs.standing(reference)).hasSize(61).allMatch(SignOff::isSigned);
    }

    private void addToTheDirectory(OrganisationCode code) {
        if (directory.find(code).isEmpty()) {
            directory.add(Organisation.legalEntity(code, "Partner " + code, Sector.COUNCIL));
            know(SignOffFixture.person("ig", code));
            know(SignOffFixture.person("signatory", code));
        }
    }

    /** Leaves the process as it stands, so that a test can go on with the next version. */
    private void closeRound() {
        rounds.conclude(reference, round());
        endInstances("The round is over");
    }

    private List<OrganisationCode> asked() {
        return signOffs.of(reference).stream()
                .filter(signOff -> signOff.round() == round())
                .map(SignOff::partner)
                .toList();
    }
}
