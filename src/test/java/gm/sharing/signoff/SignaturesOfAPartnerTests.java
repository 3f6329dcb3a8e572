package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.BOARD;
import static gm.sharing.signoff.SignOffFixture.BOLTON;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_OFFICER;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_SIGNATORY;
import static gm.sharing.signoff.SignOffFixture.BURY;
import static gm.sharing.signoff.SignOffFixture.DUE;
import static gm.sharing.signoff.SignOffFixture.LEAD;
import static gm.sharing.signoff.SignOffFixture.THAT_TUESDAY;
import static gm.sharing.signoff.SignOffFixture.TUESDAY;
import static gm.sharing.signoff.SignOffFixture.decided;
import static gm.sharing.signoff.SignOffFixture.firstRound;
import static gm.sharing.signoff.SignOffFixture.kept;
import static gm.sharing.signoff.SignOffFixture.person;
import static gm.sharing.signoff.SignOffFixture.review;
import static gm.sharing.signoff.SignOffFixture.reviewed;
import static gm.sharing.signoff.SignOffFixture.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.organisation.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A partner's signatures: who gives the second, and who takes one back. */
class SignaturesOfAPartnerTests {

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
    void rejectsASecondSignature() {
        var signOff = decided(BOLTON, Decision.SIGN);

        assertThatThrownBy(() -> signOff.sign(signature(Decision.REFUSE), List.of(), BOLTONS_SIGNATORY, LEAD, TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already decided about version 1.0: signed");
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
}
