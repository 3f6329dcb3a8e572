package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.BOLTON;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_OFFICER;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_SIGNATORY;
import static gm.sharing.signoff.SignOffFixture.LEAD;
import static gm.sharing.signoff.SignOffFixture.THAT_TUESDAY;
import static gm.sharing.signoff.SignOffFixture.TUESDAY;
import static gm.sharing.signoff.SignOffFixture.askedOf;
import static gm.sharing.signoff.SignOffFixture.kept;
import static gm.sharing.signoff.SignOffFixture.review;
import static gm.sharing.signoff.SignOffFixture.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.organisation.Role;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The position of a partner on the lead organisation's assessment, and its own policy document. */
class PositionTests {

    private static final AskedBesides NOTHING = new AskedBesides(false, false);
    private static final AskedBesides POSITION = new AskedBesides(true, false);
    private static final AskedBesides POLICY = new AskedBesides(false, true);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 6, 1);

    @ParameterizedTest
    @EnumSource(names = {"ADOPT", "ADAPT"})
    void letsThePartnerSignWhenItAdoptsOrAdapts(DpiaPosition position) {
        var signOff = reviewed(POSITION, review(Decision.SIGN, position));

        signOff.sign(signature(Decision.SIGN), List.of(), BOLTONS_SIGNATORY, LEAD, TUESDAY);

        assertThat(signOff.isSigned()).isTrue();
        assertThat(signOff.said().reviews().dissent()).isFalse();
        assertThat(signOff.said().reviews().position().orElseThrow().taken()).isEqualTo(position);
    }

    @Test
    void keepsWhatAPartnerAdapts() {
        var signOff = reviewed(POSITION, review(Decision.SIGN, DpiaPosition.ADAPT));

        assertThat(signOff.said().reviews().position().flatMap(Position::adaptation))
                .contains("We keep the letters for one year only.");
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_CHANGES", "REFUSE"})
    void letsNobodySignForAPartnerThatDissents(Decision decision) {
        var signOff = reviewed(POSITION, review(decision, DpiaPosition.DISSENT));

        assertThat(signOff.said().reviews().dissent()).isTrue();
        assertThat(signOff.decision()).contains(decision);
        assertThat(signOff.said().reviews().position().flatMap(Position::adaptation))
                .isEmpty();
        assertThatThrownBy(() -> signOff.sign(signature(Decision.SIGN), List.of(), BOLTONS_SIGNATORY, LEAD, TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessage("Your organisation dissents from the DPIA of the lead organisation, so nobody can sign"
                        + " version 1.0 for it before it takes another position in a later round.");
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGN", "SIGN_WITH_CONDITIONS"})
    void rejectsAdviceToSignFromAPartnerThatDissents(Decision decision) {
        assertRefused(
                POSITION,
                review(decision, DpiaPosition.DISSENT),
                "Your organisation dissents from the DPIA, so it cannot sign.");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsAReviewWithoutThePositionThatIsAsked(Decision decision) {
        assertRefused(POSITION, review(decision), "Say whether your organisation adopts");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsAPositionThatIsNotAsked(DpiaPosition position) {
        assertRefused(NOTHING, review(Decision.REQUEST_CHANGES, position), "Your organisation is not asked for one.");
    }

    @ParameterizedTest
    @CsvSource({
        "ADAPT, , , Say what differs for your organisation",
        "ADAPT, ' ', , Say what differs",
        "ADOPT, One year only, , Choose to adapt the DPIA",
        "DISSENT, One year only, Too long, Choose to adapt the DPIA",
        "DISSENT, , , Say what the DPIA would have to change",
        "ADOPT, , Too long, Choose to dissent",
        "ADAPT, One year only, Too long, Choose to dissent",
    })
    void rejectsWordsThatDoNotFitThePosition(
            DpiaPosition position, @Nullable String adaptation, @Nullable String dissent, String message) {
        var review = ReviewFixture.whole(Decision.REQUEST_CHANGES)
                .taking(position, adaptation, dissent)
                .review();

        assertRefused(POSITION, review, message);
    }

    @Test
    void keepsThePartnersOwnPolicyDocument() {
        var signOff = reviewed(POLICY, naming(Decision.SIGN, "Policy on special category data", NEXT_YEAR));

        signOff.sign(signature(Decision.SIGN), List.of(), BOLTONS_SIGNATORY, LEAD, TUESDAY);

        assertThat(signOff.said().reviews().policyDocument())
                .contains(new PolicyDocument("Policy on special category data", NEXT_YEAR));
    }

    @Test
    void takesADocumentThatIsReviewedToday() {
        assertThat(reviewed(POLICY, naming(Decision.SIGN, "Policy", THAT_TUESDAY))
                        .said()
                        .reviews()
                        .policyDocument())
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_CHANGES", "REFUSE"})
    void asksForNoPolicyDocumentOfAPartnerThatDoesNotGoOnToSign(Decision decision) {
        assertThat(reviewed(POLICY, review(decision)).said().reviews().policyDocument())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SIGN, , , Give the title",
        "SIGN_WITH_CONDITIONS, , 2027-06-01, Give the title",
        "SIGN, ' ', 2027-06-01, Give the title",
        "SIGN, Policy, , Say by when",
        "SIGN, Policy, 2026-06-01, It is in the past",
        "REQUEST_CHANGES, Policy, 2026-06-01, It is in the past",
        "REFUSE, , 2027-06-01, Give the title",
    })
    void rejectsAPolicyDocumentThatIsMissingOrOutOfDate(
            Decision decision, @Nullable String title, @Nullable LocalDate reviewOn, String message) {
        assertRefused(POLICY, naming(decision, title, reviewOn), message);
    }

    @ParameterizedTest
    @CsvSource({"Policy,", ", 2027-06-01"})
    void rejectsAPolicyDocumentThatIsNotAsked(@Nullable String title, @Nullable LocalDate reviewOn) {
        assertRefused(
                NOTHING, naming(Decision.SIGN, title, reviewOn), "Your organisation relies on none in this agreement.");
    }

    private static Review naming(Decision decision, @Nullable String title, @Nullable LocalDate reviewOn) {
        return ReviewFixture.whole(decision).naming(title, reviewOn).review();
    }

    private static SignOff reviewed(AskedBesides questions, Review review) {
        var signOff = askedOf(BOLTON, questions);
        signOff.review(
                review, kept(review.conditions()), BOLTONS_OFFICER, Role.IG_OFFICER, LEAD, TUESDAY, THAT_TUESDAY);
        return signOff;
    }

    private static void assertRefused(AskedBesides questions, Review review, String message) {
        var signOff = askedOf(BOLTON, questions);

        assertThatThrownBy(() -> signOff.review(
                        review,
                        kept(review.conditions()),
                        BOLTONS_OFFICER,
                        Role.IG_OFFICER,
                        LEAD,
                        TUESDAY,
                        THAT_TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(message);
        assertThat(signOff.state()).isEqualTo(SignOffState.IN_REVIEW);
        assertThat(signOff.said().reviews().position()).isEmpty();
        assertThat(signOff.said().reviews().policyDocument()).isEmpty();
    }
}
