package gm.sharing.signoff;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.signoff.SignOffFixture.LEAD;
import static gm.sharing.signoff.SignOffFixture.THAT_TUESDAY;
import static gm.sharing.signoff.SignOffFixture.TUESDAY;
import static gm.sharing.signoff.SignOffFixture.askedOf;
import static gm.sharing.signoff.SignOffFixture.kept;
import static gm.sharing.signoff.SignOffFixture.person;
import static gm.sharing.signoff.SignOffFixture.review;
import static gm.sharing.signoff.SignOffFixture.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.Refused;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several people of one partner review one version. */
class ReviewsTests {

    private static final Person OFFICER = person("ig", BOLTON);
    private static final Person COLLEAGUE = person("ig2", BOLTON);
    private static final Person DPO = person("dpo", BOLTON);

    private final SignOff signOff = askedOf(BOLTON, new AskedBesides(true, true));

    @Test
    void eachIsKeptWithWhoAndInWhichOffice() {
        give(saying(Decision.SIGN, DpiaPosition.ADOPT, "Policy of 2026"), OFFICER, Role.IG_OFFICER);
        give(saying(Decision.SIGN, DpiaPosition.ADAPT, "Policy of 2027"), DPO, Role.DPO);

        assertThat(signOff.said().reviews().given())
                .extracting(said -> said.speaker().by().name(), Statement::saidAs, said -> said.besides()
                        .position()
                        .taken())
                .containsExactly(
                        tuple("Officer ig.bolton", Role.IG_OFFICER, DpiaPosition.ADOPT),
                        tuple("Officer dpo.bolton", Role.DPO, DpiaPosition.ADAPT));
        assertThat(signOff.said().people()).containsExactlyInAnyOrder("ig.bolton", "dpo.bolton");
    }

    @Test
    void theLastOneRecommends() {
        give(saying(Decision.SIGN_WITH_CONDITIONS, DpiaPosition.ADOPT, "Policy of 2026"), OFFICER, Role.IG_OFFICER);
        give(saying(Decision.SIGN, DpiaPosition.ADAPT, "Policy of 2027"), DPO, Role.DPO);

        assertThat(signOff.said().reviews().decision()).contains(Decision.SIGN);
        assertThat(signOff.said().reviews().position().orElseThrow().taken()).isEqualTo(DpiaPosition.ADAPT);
        assertThat(signOff.said().reviews().policyDocument().orElseThrow().title())
                .isEqualTo("Policy of 2027");
        assertThat(signOff.isOpen()).isTrue();
        assertThat(signOff.state()).isEqualTo(SignOffState.WITH_SIGNATORY);
    }

    @Test
    void conditionsHoldUntilALaterReviewSetsOthers() {
        give(saying(Decision.SIGN_WITH_CONDITIONS, DpiaPosition.ADOPT, "Policy"), OFFICER, Role.IG_OFFICER);
        give(saying(Decision.SIGN, DpiaPosition.ADOPT, "Policy"), COLLEAGUE, Role.IG_OFFICER);

        assertThat(signOff.said().reviews().conditions())
                .extracting(StatedCondition::text)
                .containsExactly("Access is reviewed every quarter.");
        assertThat(signOff.said().reviews().keepEarlierConditions()).isTrue();

        var others =
                List.of(new StatedCondition("Staff are trained.", "lead", "Project lead", LocalDate.of(2030, 1, 7)));
        signOff.review(
                saying(Decision.SIGN_WITH_CONDITIONS, DpiaPosition.ADOPT, "Policy"),
                others,
                DPO,
                Role.DPO,
                LEAD,
                TUESDAY,
                THAT_TUESDAY);

        assertThat(signOff.said().reviews().conditions())
                .extracting(StatedCondition::text)
                .containsExactly("Staff are trained.");
        assertThat(signOff.said().reviews().keepEarlierConditions()).isFalse();
        assertThat(signOff.said().reviews().given().get(0).conditions())
                .extracting(StatedCondition::text)
                .containsExactly("Access is reviewed every quarter.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Decision.class,
            names = {"REQUEST_CHANGES", "REFUSE"})
    void noneTakesBackWhatAnotherAskedFor(Decision against) {
        give(saying(against, DpiaPosition.DISSENT, "Policy"), OFFICER, Role.IG_OFFICER);
        give(saying(Decision.SIGN, DpiaPosition.ADOPT, "Policy"), DPO, Role.DPO);

        assertThat(signOff.said().reviews().decision()).contains(against);
        assertThat(signOff.decision()).contains(against);
        assertThat(signOff.decisive().orElseThrow().speaker().by().person()).isEqualTo("ig.bolton");
        assertThat(signOff.said().reviews().dissent()).isTrue();
        assertThat(signOff.isOpen()).isFalse();
        assertThatThrownBy(() ->
                        signOff.sign(signature(Decision.SIGN), List.of(), person("signatory", BOLTON), LEAD, TUESDAY))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aLaterOneAgainstIsThePartnersDecision() {
        give(saying(Decision.SIGN, DpiaPosition.ADOPT, "Policy"), OFFICER, Role.IG_OFFICER);
        give(saying(Decision.REQUEST_CHANGES, DpiaPosition.ADOPT, "Policy"), DPO, Role.DPO);

        assertThat(signOff.decision()).contains(Decision.REQUEST_CHANGES);
        assertThat(signOff.decisive().orElseThrow().speaker().by().person()).isEqualTo("dpo.bolton");
    }

    @Test
    void nobodyReviewsTwice() {
        give(saying(Decision.SIGN, DpiaPosition.ADOPT, "Policy"), OFFICER, Role.IG_OFFICER);

        assertThatThrownBy(() -> give(saying(Decision.SIGN, DpiaPosition.ADOPT, "Policy"), OFFICER, Role.IG_OFFICER))
                .hasMessage("You have reviewed this version already, so somebody else has to look at it now.");
    }

    @Test
    void nobodyReviewsForSomebodyWhoReviewed() {
        give(saying(Decision.SIGN, DpiaPosition.ADOPT, "Policy"), OFFICER, Role.IG_OFFICER);
        var deputy = new Person(
                "dora.bolton",
                "Dora",
                "",
                Set.of("org-" + BOLTON),
                Map.of("ig-" + BOLTON, List.of(Capacity.OWN.asDeputyOf("ig.bolton", "Ida"))));

        assertThatThrownBy(() -> give(saying(Decision.SIGN, DpiaPosition.ADOPT, "Policy"), deputy, Role.IG_OFFICER))
                .hasMessage(
                        "Ida, whose deputy you are, has reviewed this version already, so somebody else has to look at"
                                + " it now.");
    }

    @Test
    void areForWhoeverTheModelAsks() {
        assertThatThrownBy(() -> give(saying(Decision.SIGN, DpiaPosition.ADOPT, "Policy"), OFFICER, Role.DPO))
                .hasMessage("This is for your organisation’s data protection officer to decide.");
    }

    @Test
    void noReviewerSignsWhereSomebodyElseCan() {
        var signatory =
                new Person("both.bolton", "Both", "", Set.of("dpo-" + BOLTON, "signatory-" + BOLTON, "org-" + BOLTON));
        give(saying(Decision.SIGN, DpiaPosition.ADOPT, "Policy"), signatory, Role.DPO);
        give(saying(Decision.SIGN, DpiaPosition.ADOPT, "Policy"), OFFICER, Role.IG_OFFICER);

        assertThatThrownBy(() -> signOff.sign(signature(Decision.SIGN), List.of(), signatory, LEAD, TUESDAY))
                .hasMessageContaining("You reviewed this version for your organisation");
    }

    @Test
    void noneComesAfterTheSignature() {
        var twoSign = SignOffFixture.signedByTwo(BOLTON);

        assertThatThrownBy(() -> twoSign.review(
                        review(Decision.SIGN), List.of(), COLLEAGUE, Role.IG_OFFICER, LEAD, TUESDAY, THAT_TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already decided about version 1.0");
    }

    private void give(Review review, Person by, Role office) {
        signOff.review(review, kept(review.conditions()), by, office, LEAD, TUESDAY, THAT_TUESDAY);
    }

    private static Review saying(Decision decision, DpiaPosition position, String policy) {
        return ReviewFixture.whole(decision)
                .taking(position)
                .naming(policy, LocalDate.of(2026, 12, 1))
                .review();
    }
}
