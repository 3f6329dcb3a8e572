package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.BOLTON;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_GUARDIAN;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_OFFICER;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_SIGNATORY;
import static gm.sharing.signoff.SignOffFixture.BURY;
import static gm.sharing.signoff.SignOffFixture.LEAD;
import static gm.sharing.signoff.SignOffFixture.THAT_TUESDAY;
import static gm.sharing.signoff.SignOffFixture.TUESDAY;
import static gm.sharing.signoff.SignOffFixture.agreement;
import static gm.sharing.signoff.SignOffFixture.askedOf;
import static gm.sharing.signoff.SignOffFixture.review;
import static gm.sharing.signoff.SignOffFixture.reviewed;
import static gm.sharing.signoff.SignOffFixture.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who decides for a partner, in which capacity, and who may not. */
class FourEyesTests {

    private static final Capacity FOR_THE_SIGNATORY =
            Capacity.OWN.asDeputyOf("signatory.bolton", "Officer signatory.bolton");

    @Test
    void takesEachDecisionFromWhoeverHoldsItsRoleOnly() {
        assertRefused(
                () -> askedOf(BOLTON)
                        .review(
                                review(Decision.SIGN),
                                List.of(),
                                BOLTONS_SIGNATORY,
                                Role.IG_OFFICER,
                                LEAD,
                                TUESDAY,
                                THAT_TUESDAY),
                "This is for your organisation’s IG officer to decide.");
        assertRefused(
                () -> reviewed(BOLTON).agreeConfidentialUse(agreement(), BOLTONS_OFFICER, LEAD, TUESDAY),
                "This is for your organisation’s Caldicott Guardian to decide.");
        assertRefused(
                () -> reviewed(BOLTON).sign(signature(Decision.SIGN), List.of(), BOLTONS_GUARDIAN, LEAD, TUESDAY),
                "This is for your organisation’s signatory to decide.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"signatory-bury", "information-board", "camunda-admin"})
    void takesNoDecisionFromOutside(String group) {
        var stranger = new Person("stranger", "Stranger", "", Set.of(group));

        assertRefused(
                () -> reviewed(BOLTON).sign(signature(Decision.SIGN), List.of(), stranger, LEAD, TUESDAY),
                "Only people of the organisation that is asked may decide for it.");
    }

    @Test
    void letsNobodyDecideWhoProposedTheProjectOrWorkedOnItAsItsLead() {
        var project = new FourEyes(Set.of("lead.bury", "ig.bolton", "signatory.bolton"), Set::of);

        assertRefused(
                () -> askedOf(BOLTON)
                        .review(
                                review(Decision.SIGN),
                                List.of(),
                                BOLTONS_OFFICER,
                                Role.IG_OFFICER,
                                project,
                                TUESDAY,
                                THAT_TUESDAY),
                "You lead this project, so somebody else in your organisation has to decide.");
        assertRefused(
                () -> reviewed(BOLTON).sign(signature(Decision.SIGN), List.of(), BOLTONS_SIGNATORY, project, TUESDAY),
                "You lead this project, so somebody else in your organisation has to decide.");
    }

    @Test
    void recordsForWhomADeputyDecided() {
        var signOff = reviewed(BOLTON);

        signOff.sign(signature(Decision.SIGN), List.of(), deputy("dpo.bolton", FOR_THE_SIGNATORY), LEAD, TUESDAY);

        assertThat(signOff.decisive().orElseThrow().speaker().by().person()).isEqualTo("dpo.bolton");
        assertThat(signOff.decisive().orElseThrow().speaker().actedAs())
                .isEqualTo(new ActedAs("signatory.bolton", "Officer signatory.bolton", null, null, false, null));
    }

    @Test
    void recordsTheOrganisationThatActedForThePartner() {
        var signOff = reviewed(BOLTON);

        signOff.sign(
                signature(Decision.SIGN),
                List.of(),
                deputy("signatory.bury", Capacity.OWN.through(BURY)),
                LEAD,
                TUESDAY);

        assertThat(signOff.decisive().orElseThrow().speaker().actedAs())
                .isEqualTo(new ActedAs(null, null, BURY, null, false, null));
    }

    @Test
    void letsADeputyDecideNothingThatThePersonWhoIsAwayMayNot() {
        var project = new FourEyes(Set.of("signatory.bolton"), Set::of);
        var deputy = deputy("dpo.bolton", FOR_THE_SIGNATORY);

        assertRefused(
                () -> reviewed(BOLTON).sign(signature(Decision.SIGN), List.of(), deputy, project, TUESDAY),
                "You would decide as the deputy of Officer signatory.bolton, who leads this project, so somebody else"
                        + " has to decide.");
        assertThat(project.lets(deputy, Role.SIGNATORY, BOLTON)).isFalse();
    }

    @Test
    void choosesACapacityThatIsNotBarred() {
        var project = new FourEyes(Set.of("signatory.bolton"), Set::of);
        var forAnother = Capacity.OWN.asDeputyOf("signatory2.bolton", "The other signatory");
        var signOff = reviewed(BOLTON);

        signOff.sign(
                signature(Decision.SIGN),
                List.of(),
                deputy("dpo.bolton", FOR_THE_SIGNATORY, forAnother),
                project,
                TUESDAY);

        assertThat(signOff.decisive().orElseThrow().speaker().actedAs()).isEqualTo(ActedAs.of(forAnother));
    }

    @Test
    void letsAReviewerSignOnlyWhereNobodyElseCanAndSaysSo() {
        var both = new Person("ig.bolton", "Sam Both", "", Set.of("ig-bolton", "signatory-bolton", "org-bolton"));

        assertRefused(
                () -> reviewed(BOLTON)
                        .sign(
                                signature(Decision.SIGN),
                                List.of(),
                                both,
                                new FourEyes(Set.of(), () -> Set.of("ig.bolton", "signatory.bolton")),
                                TUESDAY),
                "another signatory has to decide");

        for (var signatories : List.of(Set.of("ig.bolton"), Set.of("ig.bolton", "lead.bury"))) {
            var signOff = reviewed(BOLTON);
            signOff.sign(
                    signature(Decision.SIGN),
                    List.of(),
                    both,
                    new FourEyes(Set.of("lead.bury"), () -> signatories),
                    TUESDAY);
            assertThat(signOff.decisive().orElseThrow().speaker().actedAs().soleHolder())
                    .isTrue();
        }
    }

    @Test
    void letsAReviewerNotSignAsTheDeputyOfASignatoryWhoCan() {
        var officer = new Person(
                "ig.bolton",
                "Officer",
                "",
                Set.of("ig-bolton", "org-bolton"),
                Map.of("signatory-bolton", List.of(FOR_THE_SIGNATORY)));

        assertRefused(
                () -> reviewed(BOLTON)
                        .sign(
                                signature(Decision.SIGN),
                                List.of(),
                                officer,
                                new FourEyes(Set.of(), () -> Set.of("signatory.bolton", "ig.bolton")),
                                TUESDAY),
                "another signatory has to decide");
    }

    private static Person deputy(String id, Capacity... capacities) {
        return new Person(id, "Deputy", "", Set.of("org-bolton"), Map.of("signatory-bolton", List.of(capacities)));
    }

    private static void assertRefused(Runnable decision, String message) {
        assertThatThrownBy(decision::run).isInstanceOf(Refused.class).hasMessageContaining(message);
    }
}
