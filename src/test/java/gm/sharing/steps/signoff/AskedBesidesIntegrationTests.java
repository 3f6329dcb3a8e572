package gm.sharing.steps.signoff;

import static gm.sharing.Changed.changed;
import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static gm.sharing.project.ProjectFixture.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.audit.Event;
import gm.sharing.project.Flow;
import gm.sharing.project.ProjectFixture;
import gm.sharing.signoff.SignOff;
import gm.sharing.signoff.SignOffFixture;
import gm.sharing.signoff.SignOffState;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** What a round asks beside the signature: the Caldicott Guardian, the position on the DPIA, the policy document. */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
@Tag("one-database")
class AskedBesidesIntegrationTests extends SignOffInTheEngine {

    @Test
    void asksTheCaldicottGuardianWhereConfidentialCareInformationFlows() {
        projects.drafted(reference);
        projects.sentBackToLead(reference);
        projects.describeFlows(
                reference, ProjectFixture.flows(flow(BOLTON, BURY), confidential(flow(BOLTON, WIGAN))), LEAD);
        openRound();

        complete("Task_ReviewAgreement", BURY, "ig", SIGN);
        complete("Task_ReviewAgreement", WIGAN, "ig", SIGN);

        assertThat(task("Task_SignAgreement", BURY)).isNotNull();
        complete("Task_AgreeConfidentialUse", WIGAN, "caldicott", Map.of("decision", "agree"));
        assertThat(task("Task_SignAgreement", WIGAN)).isNotNull();
        assertThat(signOffs.get(of(WIGAN)).state()).isEqualTo(SignOffState.WITH_SIGNATORY);
    }

    @Test
    void asksNoGuardianOfARecipientThatHasNoneAndAlwaysTheOneOfWhoeverGives() {
        projects.drafted(reference);
        projects.sentBackToLead(reference);
        projects.describeFlows(
                reference, ProjectFixture.flows(flow(BOLTON, WIGAN), confidential(flow(BOLTON, BURY))), LEAD);
        for (var code : List.of(BOLTON, BURY)) {
            identity.deleteMembership("caldicott." + code, "caldicott-" + code);
        }
        try {
            openRound();
        } finally {
            for (var code : List.of(BOLTON, BURY)) {
                identity.createMembership("caldicott." + code, "caldicott-" + code);
            }
        }

        complete("Task_ReviewAgreement", BURY, "ig", SIGN);
        complete("Task_ReviewAgreement", BOLTON, "ig", SIGN);

        assertThat(task("Task_SignAgreement", BURY)).isNotNull();
        complete("Task_AgreeConfidentialUse", BOLTON, "caldicott", Map.of("decision", "agree"));
        assertThat(task("Task_SignAgreement", BOLTON)).isNotNull();
    }

    @Test
    void asksEveryPartnerButTheLeadOrganisationForItsPositionOnTheDpia() {
        openRound();

        assertThat(shown("Task_ReviewAgreement", BOLTON)).containsEntry("positionAsked", "");
        assertThat(shown("Task_ReviewAgreement", BURY).get("positionAsked").toString())
                .startsWith("Bolton Council assessed the impact on data protection for all partners");
        assertThat(shown("Task_ReviewAgreement", BURY)).containsEntry("policyAsked", "");
        assertThatThrownBy(() -> complete("Task_ReviewAgreement", BURY, "ig", position("adapt", null)))
                .hasMessage("Adaptations: say what differs for your organisation from the DPIA.");
        assertThatThrownBy(() -> complete(
                        "Task_ReviewAgreement", BURY, "ig", Map.of("decision", "sign", "dpiaPosition", "perhaps")))
                .hasMessageContaining("Position on the DPIA: is not among the possible answers");
        assertThatThrownBy(() -> completeAs(
                        SignOffFixture.person("ig", BURY), task("Task_ReviewAgreement", BURY), new HashMap<>(SIGN)))
                .hasMessageStartingWith("Position on the DPIA: say whether your organisation adopts");
        complete("Task_ReviewAgreement", BURY, "ig", position("adapt", "Letters are kept *one* year."));

        assertThat(shown("Task_SignAgreement", BURY).get("advice").toString())
                .contains(
                        "**Adapts the DPIA**\n\nHow Bury Council adapts the DPIA:\n\n> Letters are kept \\*one\\* year.");
        assertThat(events.of(reference.value()))
                .filteredOn(event -> event.type().equals("signoff.position-taken"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.forWhom()).isEqualTo(BURY);
                    assertThat(event.what())
                            .isEqualTo("Bury Council took a position on the DPIA with version 1.0: adapts the DPIA. In"
                                    + " its words: Letters are kept *one* year.");
                });
    }

    @Test
    void letsADissentStandUntilThePartnerTakesAnotherPositionInALaterRound() {
        openRound();
        signBy(BOLTON);
        complete("Task_ReviewAgreement", WIGAN, "ig", position("adapt", "Nothing in paper."));
        complete("Task_SignAgreement", WIGAN, "signatory", SIGNED);
        assertThatThrownBy(() -> complete("Task_ReviewAgreement", BURY, "ig", dissent("sign")))
                .hasMessage("What do you advise? Your organisation dissents from the DPIA, so it cannot sign. Ask for"
                        + " changes or refuse.");
        complete("Task_ReviewAgreement", BURY, "ig", dissent("request-changes"));
        assertThat(signOffs.get(of(BURY)).isOpen()).isFalse();
        assertThat(signOffs.dissents(reference)).extracting(SignOff::partner).containsExactly(BURY);
        conclude();
        assertThat(runtime.getVariable(project().getId(), "roundOutcome")).isEqualTo("changes-requested");
        assertThat(forms.getTaskFormVariables(boardsTask("Task_ReviseProject").getId())
                        .get("reasons")
                        .toString())
                .contains("## Bury Council: Changes requested, dissents from the DPIA")
                .contains("> Hostels are left out.");
        endInstances("The round is over");
        projects.describeNeeds(reference, needsFor("To plan services."), LEAD);

        openRound();

        assertThat(signOffs.dissents(reference)).hasSize(1);
        assertThat(shown("Task_ReviewAgreement", BURY))
                .doesNotContainKeys("adaptation", "dissent")
                .extracting("positionAsked")
                .asString()
                .contains("dissented when it was asked before", "> Hostels are left out.");
        assertThat(forms.getTaskFormVariables(task("Task_ReviewAgreement", BURY).getId())
                        .get("dpiaPosition"))
                .isNull();
        assertThat(shown("Task_ReviewAgreement", WIGAN))
                .containsEntry("dpiaPosition", "adapt")
                .containsEntry("adaptation", "Nothing in paper.");
        signBy(BOLTON, BURY);

        assertThat(signOffs.get(of(BURY)).isSigned()).isTrue();
        assertThat(signOffs.dissents(reference)).isEmpty();
        assertThat(events.of(reference.value()))
                .extracting(Event::what)
                .contains(
                        "Bury Council took a position on the DPIA with version 1.1: adopts the DPIA, so its dissent is"
                                + " resolved.");
    }

    @Test
    void asksControllersThatRelyOnAPolicyDocumentForTheirOwn() {
        projects.drafted(reference);
        change(onPolicyDocument(flow(BOLTON, BURY)), flow(BOLTON, WIGAN));
        openRound();

        assertThat(shown("Task_ReviewAgreement", WIGAN)).containsEntry("policyAsked", "");
        assertThat(shown("Task_ReviewAgreement", BURY))
                .doesNotContainKeys("policyDocument", "policyReview")
                .extracting("policyAsked")
                .asString()
                .contains("- from Bolton Council to Bury Council: 9(2)(g) Substantial public interest");
        assertThatThrownBy(() -> complete("Task_ReviewAgreement", BURY, "ig", SIGN))
                .hasMessageStartingWith("Appropriate policy document: give the title of your organisation’s own");
        assertThatThrownBy(() -> complete("Task_ReviewAgreement", BURY, "ig", policy("Policy of Bury", "2026-05-31")))
                .hasMessage(
                        "Review date of the policy document: it is in the past. Have the document reviewed, and give"
                                + " the next date.");
        complete("Task_ReviewAgreement", BURY, "ig", policy("Policy of Bury", "2027-01-31"));

        assertThat(shown("Task_SignAgreement", BURY).get("advice").toString())
                .contains("Appropriate policy document: Policy of Bury, to be reviewed by 31 January 2027");
        assertThat(events.of(reference.value()))
                .extracting(Event::what)
                .contains("Bury Council named its appropriate policy document: Policy of Bury, to be reviewed by 31"
                        + " January 2027.");
    }

    private static Map<String, Object> position(String position, @Nullable String adaptation) {
        var answers = new HashMap<String, Object>(Map.of("decision", "sign", "dpiaPosition", position));
        if (adaptation != null) {
            answers.put("adaptation", adaptation);
        }
        return answers;
    }

    private static Map<String, Object> dissent(String decision) {
        return Map.of(
                "decision",
                decision,
                "comments",
                CHANGES.get("comments"),
                "dpiaPosition",
                "dissent",
                "dissent",
                "Hostels are left out.");
    }

    private static Map<String, Object> policy(String title, String review) {
        return Map.of("decision", "sign", "policyDocument", title, "policyReview", review);
    }

    private static Flow confidential(Flow flow) {
        return changed(flow, "confidentialCare", true, "confidentiality", "implied-consent", "optOut", "own-care");
    }

    private static Flow onPolicyDocument(Flow flow) {
        return changed(
                flow,
                "article9",
                "9(2)(g)",
                "schedule1",
                "sch1-part2-18",
                "policyDocument",
                "The lead's policy",
                "policyReview",
                LocalDate.of(2027, 5, 4));
    }
}
