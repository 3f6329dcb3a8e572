package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.BOLTON;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_OFFICER;
import static gm.sharing.signoff.SignOffFixture.LEAD;
import static gm.sharing.signoff.SignOffFixture.THAT_TUESDAY;
import static gm.sharing.signoff.SignOffFixture.TUESDAY;
import static gm.sharing.signoff.SignOffFixture.decided;
import static gm.sharing.signoff.SignOffFixture.kept;
import static gm.sharing.signoff.SignOffFixture.review;
import static gm.sharing.signoff.SignOffFixture.reviewed;
import static gm.sharing.signoff.SignOffFixture.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an officer may decide in the place of a signatory who gave a standing mandate. */
class MandateUseTests {

    private static final UnderMandate MANDATE = new UnderMandate(
            7L, "Sam Hill", "SIRO", LocalDate.of(2026, 3, 1), LocalDate.of(2027, 2, 28), "The title; The arrangements");

    private final SignOff signedBefore = decided(BOLTON, Decision.SIGN);

    @Test
    void letsTheOfficerWhoReviewedSignBecauseTheGiverIsTheSecondPairOfEyes() {
        var signOff = reviewed(BOLTON);

        signOff.sign(use(BOLTONS_OFFICER, Decision.SIGN, signedBefore), LEAD, TUESDAY);

        assertThat(signOff.isSigned()).isTrue();
        var said = signOff.decisive().orElseThrow();
        assertThat(said.saidAs()).isEqualTo(Role.IG_OFFICER);
        assertThat(said.speaker().actedAs().mandate()).isEqualTo(MANDATE);
        assertThat(said.speaker().actedAs().soleHolder()).isFalse();
        assertThat(said.speaker().actedAs().words(code -> "Bolton"))
                .containsExactly(
                        "Decided as IG officer under the standing mandate of Sam Hill, SIRO, given on 1 March 2026"
                                + " until 28 February 2027, for: The title; The arrangements.");
    }

    @Test
    void letsTheOfficerAskForChangesAndNeverRefuse() {
        var signOff = reviewed(BOLTON);
        assertRefused(signOff, use(BOLTONS_OFFICER, Decision.REFUSE, signedBefore), "an officer cannot refuse");

        signOff.sign(use(BOLTONS_OFFICER, Decision.REQUEST_CHANGES, signedBefore), LEAD, TUESDAY);

        assertThat(signOff.decision()).contains(Decision.REQUEST_CHANGES);
    }

    @Test
    void keepsTheConditionsOfTheSignatureBeforeAsTheyWere() {
        var onConditions = decided(BOLTON, Decision.SIGN_WITH_CONDITIONS);
        assertRefused(
                reviewed(BOLTON),
                use(BOLTONS_OFFICER, Decision.SIGN_WITH_CONDITIONS, signedBefore),
                "without conditions, and a standing mandate adds none");
        assertRefused(reviewed(BOLTON), use(BOLTONS_OFFICER, Decision.SIGN, onConditions), "list the same ones");

        var signOff = reviewed(BOLTON);
        signOff.sign(use(BOLTONS_OFFICER, Decision.SIGN_WITH_CONDITIONS, onConditions), LEAD, TUESDAY);
        assertThat(signOff.conditions()).isEqualTo(onConditions.conditions());
    }

    @Test
    void changesNeitherWhoSeesToAConditionNorByWhen() {
        var onConditions = decided(BOLTON, Decision.SIGN_WITH_CONDITIONS);
        var kept = onConditions.conditions().get(0);
        var signature = signature(Decision.SIGN_WITH_CONDITIONS);
        var due = Objects.requireNonNull(kept.due());
        for (var other : List.of(
                new StatedCondition(kept.text(), "ig-bolton", "IG officers of Bolton", due),
                new StatedCondition(kept.text(), kept.owner(), kept.ownerName(), due.plusYears(30)))) {
            assertRefused(
                    reviewed(BOLTON),
                    new MandateUse(
                            MANDATE, "signatory.bolton", onConditions, BOLTONS_OFFICER, signature, List.of(other)),
                    "with the same people and days");
        }
        assertRefused(
                reviewed(BOLTON),
                new MandateUse(
                        MANDATE, "signatory.bolton", onConditions, BOLTONS_OFFICER, signature, List.of(kept, kept)),
                "list the same ones");
        assertThat(kept.isOpen(due)).isTrue();
        assertThat(kept.isOpen(due.plusDays(1))).isFalse();
        assertThat(new StatedCondition(kept.text(), null, null, null).isOpen(due))
                .isFalse();
    }

    @Test
    void isOfNoUseToTheGiverUnderAnotherAccount() {
        var oneHuman =
                new FourEyes(Set.of(), Set::of, person -> Set.of(person.id(), "signatory.bolton"), capacity -> {});
        var signOff = reviewed(BOLTON);
        assertThatThrownBy(() -> signOff.sign(use(BOLTONS_OFFICER, Decision.SIGN, signedBefore), oneHuman, TUESDAY))
                .hasMessageContaining("Your email address is that of whoever gave this mandate");
    }

    @Test
    void isForSignatoriesWhenThePositionOnTheDpiaIsAnother() {
        var asked = new AskedBesides(true, false);
        var before = SignOffFixture.askedOf(BOLTON, asked);
        takes(before, DpiaPosition.ADOPT);
        before.sign(signature(Decision.SIGN), List.of(), SignOffFixture.BOLTONS_SIGNATORY, LEAD, TUESDAY);
        var adapting = SignOffFixture.askedOf(BOLTON, asked);
        takes(adapting, DpiaPosition.ADAPT);
        assertRefused(
                adapting,
                use(BOLTONS_OFFICER, Decision.SIGN, before),
                "position on the DPIA is not the one with which");

        var adopting = SignOffFixture.askedOf(BOLTON, asked);
        takes(adopting, DpiaPosition.ADOPT);
        adopting.sign(use(BOLTONS_OFFICER, Decision.SIGN, before), LEAD, TUESDAY);
        assertThat(adopting.isSigned()).isTrue();
    }

    @Test
    void isForSignatoriesWhereTwoPeopleSign() {
        var two = new SignOff(
                SignOffFixture.firstRound(),
                new RoundPlan.Asked(BOLTON, "Asked.", 2),
                SignOffFixture.DUE,
                new AskedBesides(false, false));
        assertRefused(two, use(BOLTONS_OFFICER, Decision.SIGN, signedBefore), "Two people have to sign");
    }

    @Test
    void isOfNoUseToDeputiesAndOthersAndWhoeverLeadsTheProject() {
        var group = Role.IG_OFFICER.groupOf(BOLTON);
        var deputy = person(Map.of(group, List.of(Capacity.OWN.asDeputyOf("ig.bolton", "Ivy"))));
        var acting = person(Map.of(group, List.of(Capacity.OWN.through(new OrganisationCode("bury")))));
        for (var other : List.of(deputy, acting)) {
            assertRefused(reviewed(BOLTON), use(other, Decision.SIGN, signedBefore), "and no deputy of one");
        }
        var guardian = SignOffFixture.BOLTONS_GUARDIAN;
        assertRefused(reviewed(BOLTON), use(guardian, Decision.SIGN, signedBefore), "organisation’s IG officer");
        var leads = new FourEyes(Set.of(BOLTONS_OFFICER.id()), Set::of);
        var signOff = reviewed(BOLTON);
        assertThatThrownBy(() -> signOff.sign(use(BOLTONS_OFFICER, Decision.SIGN, signedBefore), leads, TUESDAY))
                .hasMessageContaining("You lead this project");
    }

    @Test
    void needsAReviewAndComesOnce() {
        assertRefused(
                SignOffFixture.askedOf(BOLTON), use(BOLTONS_OFFICER, Decision.SIGN, signedBefore), "has to review");
        assertRefused(
                decided(BOLTON, Decision.SIGN), use(BOLTONS_OFFICER, Decision.SIGN, signedBefore), "already decided");
    }

    private static void takes(SignOff signOff, DpiaPosition position) {
        signOff.review(
                review(Decision.SIGN, position),
                List.of(),
                BOLTONS_OFFICER,
                Role.IG_OFFICER,
                LEAD,
                TUESDAY,
                THAT_TUESDAY);
    }

    private static MandateUse use(Person officer, Decision decision, SignOff base) {
        var signature = signature(decision);
        return new MandateUse(MANDATE, "signatory.bolton", base, officer, signature, kept(signature.conditions()));
    }

    private static Person person(Map<String, List<Capacity>> lent) {
        return new Person("somebody", "Somebody", "", Set.of("org-bolton"), lent);
    }

    private static void assertRefused(SignOff signOff, MandateUse use, String words) {
        assertThatThrownBy(() -> signOff.sign(use, LEAD, TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);
    }
}
