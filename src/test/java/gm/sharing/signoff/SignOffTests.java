package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.BOARD;
import static gm.sharing.signoff.SignOffFixture.BOLTON;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_GUARDIAN;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_OFFICER;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_SIGNATORY;
import static gm.sharing.signoff.SignOffFixture.BURY;
import static gm.sharing.signoff.SignOffFixture.CONDITION;
import static gm.sharing.signoff.SignOffFixture.DUE;
import static gm.sharing.signoff.SignOffFixture.LEAD;
import static gm.sharing.signoff.SignOffFixture.MONDAY;
import static gm.sharing.signoff.SignOffFixture.THAT_TUESDAY;
import static gm.sharing.signoff.SignOffFixture.TUESDAY;
import static gm.sharing.signoff.SignOffFixture.agreement;
import static gm.sharing.signoff.SignOffFixture.askedOf;
import static gm.sharing.signoff.SignOffFixture.decided;
import static gm.sharing.signoff.SignOffFixture.firstRound;
import static gm.sharing.signoff.SignOffFixture.kept;
import static gm.sharing.signoff.SignOffFixture.person;
import static gm.sharing.signoff.SignOffFixture.review;
import static gm.sharing.signoff.SignOffFixture.reviewed;
import static gm.sharing.signoff.SignOffFixture.signature;
import static gm.sharing.signoff.SignOffFixture.stalled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a partner may say, who may say it, and when. */
class SignOffTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 29);

    @Test
    void countsASignatureNoMoreOnceASignatoryWithdrewIt() {
        var signOff = decided(BOLTON, Decision.SIGN_WITH_CONDITIONS);
        assertThat(signOff.conditions()).hasSize(1);

        signOff.withdrawSignature("Our board disagrees.", person("signatory2", BOLTON), LEAD, DUE);

        assertThat(signOff.isSigned()).isFalse();
        assertThat(signOff.isOpen()).isFalse();
        assertThat(signOff.state()).isEqualTo(SignOffState.SIGNATURE_WITHDRAWN);
        assertThat(signOff.decision()).contains(Decision.REQUEST_CHANGES);
        assertThat(signOff.decisive().orElseThrow().comments())
                .containsExactly(new Comment(Comment.WHOLE, "Our board disagrees."));
        assertThat(signOff.said().at(Step.SIGNATURE)).isPresent();
        assertThat(signOff.conditions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_CHANGES", "REFUSE"})
    void cannotTakeBackASignatureThatWasNotGiven(Decision decision) {
        for (var signOff : List.of(reviewed(BOLTON), decided(BOLTON, decision))) {
            assertThatThrownBy(() -> signOff.withdrawSignature("Sorry.", BOLTONS_SIGNATORY, LEAD, DUE))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("There is no signature on version 1.0");
        }
    }

    @Test
    void letsNobodyButASignatoryOfThePartnerTakeItsSignatureBack() {
        var signOff = decided(BOLTON, Decision.SIGN);

        for (var person : List.of(BOLTONS_OFFICER, person("signatory", BURY), BOARD)) {
            assertThatThrownBy(() -> signOff.withdrawSignature("Not mine.", person, LEAD, DUE))
                    .isInstanceOf(Refused.class);
        }
        assertThat(signOff.isSigned()).isTrue();
    }

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
    void rejectsASecondSignature() {
        var signOff = decided(BOLTON, Decision.SIGN);

        assertThatThrownBy(() -> signOff.sign(signature(Decision.REFUSE), List.of(), BOLTONS_SIGNATORY, LEAD, TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already decided about version 1.0: signed");
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
    void recordsADecisionAfterTheDueDateAsLate() {
        var signOff = reviewed(BOLTON);

        signOff.sign(signature(Decision.SIGN), List.of(), BOLTONS_SIGNATORY, LEAD, DUE.plusSeconds(1));

        assertThat(signOff.isLate()).isTrue();
    }

    @Test
    void recordsADecisionOnTheDueDateAsInTime() {
        var signOff = reviewed(BOLTON);

        signOff.sign(signature(Decision.SIGN), List.of(), BOLTONS_SIGNATORY, LEAD, DUE);

        assertThat(signOff.isLate()).isFalse();
    }

    @Test
    void recordsALateReviewAgainstAsLate() {
        var signOff = askedOf(BOLTON);

        signOff.review(
                review(Decision.REQUEST_CHANGES),
                List.of(),
                BOLTONS_OFFICER,
                Role.IG_OFFICER,
                LEAD,
                DUE.plusSeconds(1),
                THAT_TUESDAY);

        assertThat(signOff.isLate()).isTrue();
    }

    @Test
    void rejectsAnExtensionToADayThatThePartnerHasAnyway() {
        var extension = new StalledDecision(StalledDecision.Choice.EXTEND, LocalDate.of(2026, 7, 2), "Holidays.");
        var decision = BoardDecision.of(extension, By.of(BOARD, DUE.minusSeconds(1)), TODAY);

        assertThatThrownBy(() -> reviewed(BOLTON).boardDecided(decision, DUE, LEAD))
                .isInstanceOf(Refused.class)
                .hasMessageEndingWith("Give a later day.");
    }

    @Test
    void countsTimeFromTheNewDueDateWhenTheBoardExtends() {
        var signOff = reviewed(BOLTON);
        var later = DUE.plus(Duration.ofDays(10));
        var extension = new StalledDecision(StalledDecision.Choice.EXTEND, LocalDate.of(2026, 7, 2), "Holidays.");

        signOff.boardDecided(BoardDecision.of(extension, By.of(BOARD, DUE.plusSeconds(1)), TODAY), later, LEAD);
        signOff.sign(signature(Decision.SIGN), List.of(), BOLTONS_SIGNATORY, LEAD, later);

        assertThat(signOff.clock().due()).isEqualTo(later);
        assertThat(signOff.isLate()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-06-28", "2026-06-29", "2027-06-30", "2062-07-02"})
    void rejectsAnExtensionThatIsNotInTheComingYear(LocalDate extendTo) {
        var extension = new StalledDecision(StalledDecision.Choice.EXTEND, extendTo, "More time.");

        assertThatThrownBy(() -> BoardDecision.of(extension, By.of(BOARD, DUE), TODAY))
                .isInstanceOf(Refused.class)
                .hasMessage("Give a day after today, within a year.");
    }

    @Test
    void rejectsAnExtensionWithoutADay() {
        assertThatThrownBy(() -> BoardDecision.of(stalled(StalledDecision.Choice.EXTEND), By.of(BOARD, DUE), TODAY))
                .isInstanceOf(Refused.class)
                .hasMessage("Give a day after today, within a year.");
    }

    @Test
    void endsTheReviewWhenTheBoardGoesOnWithoutThePartner() {
        var signOff = reviewed(BOLTON);

        decide(signOff, StalledDecision.Choice.GO_ON_WITHOUT);

        assertThat(signOff.state()).isEqualTo(SignOffState.LEFT_OUT);
        assertThatThrownBy(() -> signOff.sign(signature(Decision.SIGN), List.of(), BOLTONS_SIGNATORY, LEAD, DUE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not open for sign-off any more");
    }

    @Test
    void keepsEveryDecisionOfTheBoardInOrder() {
        var signOff = askedOf(BOLTON);

        decide(signOff, StalledDecision.Choice.CHASE);
        decide(signOff, StalledDecision.Choice.STOP);

        assertThat(signOff.delay().byBoard())
                .extracting(BoardDecision::decision)
                .containsExactly(StalledDecision.Choice.CHASE, StalledDecision.Choice.STOP);
        assertThat(signOff.state()).isEqualTo(SignOffState.ENDED);
    }

    @Test
    void rejectsTheBoardsDecisionWhenThePartnerHasDecided() {
        var signOff = decided(BOLTON, Decision.SIGN);

        assertThatThrownBy(() -> decide(signOff, StalledDecision.Choice.GO_ON_WITHOUT))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nothing left to decide");
    }

    @Test
    void rejectsTheProjectsLeadOnTheBoard() {
        var lead = new Person(SignOffFixture.LEADS_ID, "Lee Lead", "", Set.of("information-board"));
        var decision = BoardDecision.of(stalled(StalledDecision.Choice.CHASE), By.of(lead, DUE), TODAY);

        assertThatThrownBy(() -> askedOf(BOLTON).boardDecided(decision, null, LEAD))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("You lead this project");
    }

    @Test
    void marksReminderAndEscalationOnceAndOnlyWhileThePartnerHasNotDecided() {
        var signOff = askedOf(BOLTON);

        assertThat(signOff.remindedOf(TUESDAY)).isTrue();
        assertThat(signOff.remindedOf(DUE)).isFalse();
        assertThat(signOff.escalated(DUE, DUE)).isTrue();
        assertThat(signOff.escalated(DUE, DUE)).isFalse();
        assertThat(signOff.clock().remindedAt()).contains(TUESDAY);
        assertThat(signOff.clock().escalatedAt()).contains(DUE);
        assertThat(decided(BOLTON, Decision.SIGN).escalated(DUE, DUE)).isFalse();
    }

    @Test
    void knowsWhenThePartnerWasAsked() {
        assertThat(askedOf(BOLTON).asking().at()).isEqualTo(MONDAY);
    }

    @Test
    void isSignedByAPartnerOfTwoSignatoriesOnlyOnceTheSecondHasSigned() {
        var signOff = signedOnce();
        assertThat(signOff.isOpen()).isTrue();
        assertThat(signOff.isSigned()).isFalse();
        assertThat(signOff.state()).isEqualTo(SignOffState.WITH_SECOND_SIGNATORY);

        signOff.countersign(second(Countersignature.Choice.SIGN), person("signatory2", BOLTON), LEAD, TUESDAY);

        assertThat(signOff.state()).isEqualTo(SignOffState.SIGNED_WITH_CONDITIONS);
        assertThat(signOff.conditions()).as("of the first signature").hasSize(1);
    }

    @Test
    void rejectsASecondSignatureOfTheSamePersonAndOneThatComesFirst() {
        assertThatThrownBy(() -> signedOnce()
                        .countersign(second(Countersignature.Choice.SIGN), person("signatory", BOLTON), LEAD, TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The first signature is yours");
        assertThatThrownBy(() -> reviewed(BOLTON)
                        .countersign(second(Countersignature.Choice.SIGN), person("signatory2", BOLTON), LEAD, TUESDAY))
                .hasMessage("Version 1.0 waits for its first signature.");
        assertThatThrownBy(() -> signedOnce()
                        .sign(signature(Decision.SIGN), List.of(), person("signatory2", BOLTON), LEAD, TUESDAY))
                .hasMessage("Version 1.0 has its first signature already.");
    }

    @ParameterizedTest
    @CsvSource({"REQUEST_CHANGES, CHANGES_REQUESTED", "REFUSE, REFUSED"})
    void takesTheSecondSignatorysNoAsThePartnersDecision(Countersignature.Choice choice, SignOffState state) {
        var signOff = signedOnce();

        signOff.countersign(second(choice), person("signatory2", BOLTON), LEAD, TUESDAY);

        assertThat(signOff.state()).isEqualTo(state);
        assertThat(signOff.decisive().orElseThrow().speaker().by().person()).isEqualTo("signatory2.bolton");
    }

    @Test
    void keepsOneQuestionAtATimeForTheLead() {
        var signOff = askedOf(BOLTON);
        var officer = person("ig", BOLTON);
        var question = Question.asked(Step.REVIEW, Role.IG_OFFICER, "Which system is meant?", By.of(officer, TUESDAY));
        assertThatThrownBy(() -> signOff.answer("None.", By.of(officer, TUESDAY)))
                .hasMessage("This question was answered already.");
        signOff.ask(question, officer, LEAD);
        assertThatThrownBy(() -> signOff.ask(question, officer, LEAD))
                .hasMessage("A question of your organisation already waits for the lead's answer.");
        assertThatThrownBy(() -> signOff.ask(question, person("ig", BURY), LEAD))
                .hasMessage("Only people of the organisation that is asked may decide for it.");

        signOff.answer("The council's.", By.of(person("lead", BURY), TUESDAY));

        assertThat(signOff.questions().open()).isEmpty();
        assertThat(signOff.questions().all()).singleElement().satisfies(answered -> {
            assertThat(answered.text()).isEqualTo("Which system is meant?");
            assertThat(answered.answer()).isNotNull();
        });
    }

    private static SignOff signedOnce() {
        var signOff = new SignOff(
                firstRound(),
                new RoundPlan.Asked(BOLTON, "It has not been asked before.", 2),
                DUE,
                new AskedBesides(false, false));
        signOff.review(
                review(Decision.SIGN), List.of(), person("ig", BOLTON), Role.IG_OFFICER, LEAD, TUESDAY, THAT_TUESDAY);
        signOff.sign(
                signature(Decision.SIGN_WITH_CONDITIONS),
                kept(signature(Decision.SIGN_WITH_CONDITIONS).conditions()),
                person("signatory", BOLTON),
                LEAD,
                TUESDAY);
        return signOff;
    }

    private static Countersignature second(Countersignature.Choice choice) {
        var no = signature(Decision.valueOf(choice.name()));
        return new Countersignature(choice, "Chief Executive", no.comments(), no.refusalGround(), no.provision(), true);
    }

    private static void decide(SignOff signOff, StalledDecision.Choice choice) {
        signOff.boardDecided(BoardDecision.of(stalled(choice), By.of(BOARD, DUE), TODAY), null, LEAD);
    }
}
