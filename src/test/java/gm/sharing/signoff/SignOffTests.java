package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.BOARD;
import static gm.sharing.signoff.SignOffFixture.BOLTON;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_GUARDIAN;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_OFFICER;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_SIGNATORY;
import static gm.sharing.signoff.SignOffFixture.BURY;
import static gm.sharing.signoff.SignOffFixture.CONDITION;
import static gm.sharing.signoff.SignOffFixture.LEAD;
import static gm.sharing.signoff.SignOffFixture.MONDAY;
import static gm.sharing.signoff.SignOffFixture.THAT_TUESDAY;
import static gm.sharing.signoff.SignOffFixture.TUESDAY;
import static gm.sharing.signoff.SignOffFixture.agreement;
import static gm.sharing.signoff.SignOffFixture.askedOf;
import static gm.sharing.signoff.SignOffFixture.decided;
import static gm.sharing.signoff.SignOffFixture.kept;
import static gm.sharing.signoff.SignOffFixture.person;
import static gm.sharing.signoff.SignOffFixture.review;
import static gm.sharing.signoff.SignOffFixture.reviewed;
import static gm.sharing.signoff.SignOffFixture.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a partner may say, who may say it, and in what order. */
class SignOffTests {

    @Test
    void namesVersionDigestPersonRoleAndTimeOfASignature() {
        var signOff = reviewed(BOLTON);

        signOff.sign(signature(Decision.SIGN), List.of(), BOLTONS_SIGNATORY, LEAD, TUESDAY);

        assertThat(signOff.isSigned()).isTrue();
        assertThat(signOff.agreedVersion()).isEqualTo("1.0");
        assertThat(signOff.asking().digest()).hasSize(64);
        assertThat(signOff.decisive())
                .contains(new Statement(
                        Step.SIGNATURE,
                        null,
                        Decision.SIGN,
                        List.of(),
                        List.of(),
                        ReviewAnswers.NONE,
                        null,
                        null,
                        new Speaker(
                                new By("signatory.bolton", "Officer signatory.bolton", TUESDAY),
                                "Senior Information Risk Owner",
                                ActedAs.THEMSELVES)));
    }

    @Test
    void advisesTheSignatoryWithAReviewThatIsInFavour() {
        var signOff = askedOf(BOLTON);
        assertThat(signOff.state()).isEqualTo(SignOffState.IN_REVIEW);

        signOff.review(
                review(Decision.SIGN_WITH_CONDITIONS),
                kept(review(Decision.SIGN_WITH_CONDITIONS).conditions()),
                BOLTONS_OFFICER,
                Role.IG_OFFICER,
                LEAD,
                TUESDAY,
                THAT_TUESDAY);

        assertThat(signOff.decision()).isEmpty();
        assertThat(signOff.state()).isEqualTo(SignOffState.WITH_SIGNATORY);
        assertThat(signOff.said().at(Step.REVIEW).orElseThrow().conditions())
                .containsExactlyElementsOf(kept(List.of(CONDITION)));
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_CHANGES", "REFUSE"})
    void takesAReviewAgainstAsThePartnersDecision(Decision decision) {
        var signOff = askedOf(BOLTON);

        signOff.review(review(decision), List.of(), BOLTONS_OFFICER, Role.IG_OFFICER, LEAD, TUESDAY, THAT_TUESDAY);

        assertThat(signOff.decision()).contains(decision);
        assertThat(signOff.isOpen()).isFalse();
        assertThatThrownBy(() -> signOff.sign(signature(Decision.SIGN), List.of(), BOLTONS_SIGNATORY, LEAD, TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already decided about version 1.0");
    }

    @Test
    void goesOnToTheSignatoryWhenTheCaldicottGuardianAgrees() {
        var signOff = reviewed(BOLTON);

        signOff.agreeConfidentialUse(agreement(), BOLTONS_GUARDIAN, LEAD, TUESDAY);
        signOff.sign(signature(Decision.SIGN), List.of(), BOLTONS_SIGNATORY, LEAD, TUESDAY);

        assertThat(signOff.state()).isEqualTo(SignOffState.SIGNED);
        assertThat(signOff.said()
                        .at(Step.CONFIDENTIAL_USE)
                        .orElseThrow()
                        .speaker()
                        .by()
                        .person())
                .isEqualTo("caldicott.bolton");
    }

    @Test
    void takesTheCaldicottGuardiansRefusalAsThePartnersDecision() {
        var signOff = reviewed(BOLTON);
        var refusal = new ConfidentialUse(
                ConfidentialUse.Choice.REFUSE, List.of(), "Confidentiality is not lifted", "NHS Act 2006, section 251");

        signOff.agreeConfidentialUse(refusal, BOLTONS_GUARDIAN, LEAD, TUESDAY);

        assertThat(signOff.state()).isEqualTo(SignOffState.REFUSED);
        assertThat(signOff.decisive().orElseThrow().provision()).isEqualTo("NHS Act 2006, section 251");
    }

    @Test
    void rejectsASecondDecisionOfTheCaldicottGuardian() {
        var signOff = reviewed(BOLTON);
        signOff.agreeConfidentialUse(agreement(), BOLTONS_GUARDIAN, LEAD, TUESDAY);

        assertThatThrownBy(() -> signOff.agreeConfidentialUse(agreement(), BOLTONS_GUARDIAN, LEAD, TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Caldicott Guardian has already decided");
    }

    @Test
    void rejectsASignatureBeforeTheReview() {
        assertThatThrownBy(() ->
                        askedOf(BOLTON).sign(signature(Decision.SIGN), List.of(), BOLTONS_SIGNATORY, LEAD, TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has to review version 1.0 first");
    }

    @Test
    void rejectsASignatureThatIsNotConfirmed() {
        var unconfirmed = new Signature(Decision.SIGN, "SIRO", List.of(), List.of(), null, null, false);

        assertThatThrownBy(() -> reviewed(BOLTON).sign(unconfirmed, List.of(), BOLTONS_SIGNATORY, LEAD, TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Confirm");
    }

    @Test
    void rejectsADecisionAboutAVersionThatIsNotCurrentAnyMore() {
        var signOff = reviewed(BOLTON);
        signOff.close(TUESDAY);

        assertThatThrownBy(() -> signOff.sign(signature(Decision.SIGN), List.of(), BOLTONS_SIGNATORY, LEAD, TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Version 1.0 is not open for sign-off any more");
        assertThat(signOff.state()).isEqualTo(SignOffState.ENDED);
    }

    @Test
    void keepsADecisionWhenTheRoundCloses() {
        var signOff = decided(BOLTON, Decision.SIGN_WITH_CONDITIONS);

        signOff.close(TUESDAY);

        assertThat(signOff.state()).isEqualTo(SignOffState.SIGNED_WITH_CONDITIONS);
    }

    @Test
    void rejectsSomebodyOfAnotherOrganisation() {
        assertThatThrownBy(() -> askedOf(BOLTON)
                        .review(
                                review(Decision.SIGN),
                                List.of(),
                                person("ig", BURY),
                                Role.IG_OFFICER,
                                LEAD,
                                TUESDAY,
                                THAT_TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Only people of the organisation that is asked");
    }

    @Test
    void rejectsSomebodyWithoutAnOrganisation() {
        assertThatThrownBy(() -> askedOf(BOLTON)
                        .review(review(Decision.SIGN), List.of(), BOARD, Role.IG_OFFICER, LEAD, TUESDAY, THAT_TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Only people of the organisation that is asked");
    }

    @Test
    void rejectsTheProjectsLeadAtEveryStep() {
        var lead = new Person("lead.bury", "Lee Lead", "", Set.of("org-bury", "ig-bury", "signatory-bury"));

        assertThatThrownBy(() -> askedOf(BURY)
                        .review(review(Decision.SIGN), List.of(), lead, Role.IG_OFFICER, LEAD, TUESDAY, THAT_TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("You lead this project");
        assertThatThrownBy(() -> reviewed(BURY).agreeConfidentialUse(agreement(), lead, LEAD, TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("You lead this project");
        assertThatThrownBy(() -> reviewed(BURY).sign(signature(Decision.SIGN), List.of(), lead, LEAD, TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("You lead this project");
    }

    @Test
    void knowsWhenThePartnerWasAsked() {
        assertThat(askedOf(BOLTON).asking().at()).isEqualTo(MONDAY);
    }

    @Test
    void keepsOneQuestionAtATimeForTheLead() {
        var signOff = askedOf(BOLTON);
        var officer = person("ig", BOLTON);
        var question =
                QuestionToLead.asked(Step.REVIEW, Role.IG_OFFICER, "Which system is meant?", By.of(officer, TUESDAY));
        assertThatThrownBy(() -> signOff.answer("None.", By.of(officer, TUESDAY)))
                .hasMessage("This question was answered already.");
        signOff.ask(question, officer, LEAD);
        assertThatThrownBy(() -> signOff.ask(question, officer, LEAD))
                .hasMessage("A question of your organisation already waits for the lead’s answer.");
        assertThatThrownBy(() -> signOff.ask(question, person("ig", BURY), LEAD))
                .hasMessage("Only people of the organisation that is asked may decide for it.");

        signOff.answer("The council's.", By.of(person("lead", BURY), TUESDAY));

        assertThat(signOff.questions().open()).isEmpty();
        assertThat(signOff.questions().all()).singleElement().satisfies(answered -> {
            assertThat(answered.text()).isEqualTo("Which system is meant?");
            assertThat(answered.answer()).isNotNull();
        });
    }
}
