package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.BOLTON;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_OFFICER;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_SIGNATORY;
import static gm.sharing.signoff.SignOffFixture.COMMENT;
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

    private static final Questions NOTHING = new Questions(false, false);
    private static final Questions POSITION = new Questions(true, false);
    private static final Questions POLICY = new Questions(false, true);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 6, 1);

    @ParameterizedTest
    @EnumSource(names = {"ADOPT", "ADAPT"})
    void letsThePartnerSignWhenItAdoptsOrAdapts(DpiaPosition position) {
        var signOff = reviewed(POSITION, review(Decision.SIGN, position));

        signOff.sign(signature(Decision.SIGN), List.of(), BOLTONS_SIGNATORY, LEAD, TUESDAY);

        assertThat(signOff.isSigned()).isTrue();
        assertThat(signOff.dissents()).isFalse();
        assertThat(signOff.position().orElseThrow().taken()).isEqualTo(position);
    }

    @Test
    void keepsWhatAPartnerAdapts() {
        var signOff = reviewed(POSITION, review(Decision.SIGN, DpiaPosition.ADAPT));

        assertThat(signOff.position().flatMap(Position::adaptation)).contains("We keep the letters for one year only.");
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_CHANGES", "REFUSE"})
    void letsNobodySignForAPartnerThatDissents(Decision decision) {
        var signOff = reviewed(POSITION, review(decision, DpiaPosition.DISSENT));

        assertThat(signOff.dissents()).isTrue();
        assertThat(signOff.decision()).contains(decision);
        assertThat(signOff.position().flatMap(Position::adaptation)).isEmpty();
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
        var review = new Review(
                Decision.REQUEST_CHANGES,
                List.of(),
                List.of(COMMENT),
                null,
                null,
                position,
                adaptation,
                dissent,
                null,
                null);

        assertRefused(POSITION, review, message);
    }

    @Test
    void keepsThePartnersOwnPolicyDocument() {
        var signOff = reviewed(POLICY, naming(Decision.SIGN, "Policy on special category data", NEXT_YEAR));

        signOff.sign(signature(Decision.SIGN), List.of(), BOLTONS_SIGNATORY, LEAD, TUESDAY);

        assertThat(signOff.policyDocument()).contains(new PolicyDocument("Policy on special category data", NEXT_YEAR));
    }

    @Test
    void takesADocumentThatIsReviewedToday() {
        assertThat(reviewed(POLICY, naming(Decision.SIGN, "Policy", THAT_TUESDAY))
                        .policyDocument())
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"REQUEST_CHANGES", "REFUSE"})
    void asksForNoPolicyDocumentOfAPartnerThatDoesNotGoOnToSign(Decision decision) {
        assertThat(reviewed(POLICY, review(decision)).policyDocument()).isEmpty();
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
        var review = review(decision);
        return new Review(
                decision,
                review.conditions(),
                review.comments(),
                review.refusalGround(),
                review.provision(),
                null,
                null,
                null,
                title,
                reviewOn);
    }

    private static SignOff reviewed(Questions questions, Review review) {
        var signOff = askedOf(BOLTON, questions);
        signOff.review(
                review, kept(review.conditions()), BOLTONS_OFFICER, Role.IG_OFFICER, LEAD, TUESDAY, THAT_TUESDAY);
        return signOff;
    }

    private static void assertRefused(Questions questions, Review review, String message) {
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
        assertThat(signOff.position()).isEmpty();
        assertThat(signOff.policyDocument()).isEmpty();
    }
}
