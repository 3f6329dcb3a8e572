package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.BOLTONS_OFFICER;
import static gm.sharing.signoff.SignOffFixture.TUESDAY;
import static gm.sharing.signoff.SignOffFixture.review;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each decision has to say with it, and may not say. */
class StatementTests {

    @ParameterizedTest
    @EnumSource
    void acceptsADecisionWithAllThatItNeeds(Decision decision) {
        assertThat(Statement.of(review(decision), BOLTONS_OFFICER, TUESDAY).decision())
                .isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        "SIGN_WITH_CONDITIONS, , , , , Conditions: say",
        "SIGN_WITH_CONDITIONS, '  ', , , , Conditions: say",
        "REQUEST_CHANGES, , , , , Comments: say",
        "REQUEST_CHANGES, , ' ', , , Comments: say",
        "REFUSE, , , , Article 6, Ground of refusal: a refusal names",
        "REFUSE, , , No lawful basis, , Provision: cite",
        "SIGN, On condition, , , , Conditions: choose",
        "SIGN, , , No lawful basis, , Ground of refusal: choose",
        "REQUEST_CHANGES, , Shorter, , Article 6, Provision: choose",
    })
    void rejectsADecisionThatDoesNotFitWhatIsSaidWithIt(
            Decision decision,
            @Nullable String conditions,
            @Nullable String comments,
            @Nullable String ground,
            @Nullable String provision,
            String message) {
        var review = new Review(decision, conditions, comments, ground, provision, null, null, null, null, null);

        assertThatThrownBy(() -> Statement.of(review, BOLTONS_OFFICER, TUESDAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void keepsCommentsWithAnyDecision() {
        var review = new Review(Decision.SIGN, null, "Well written.", null, null, null, null, null, null, null);

        assertThat(Statement.of(review, BOLTONS_OFFICER, TUESDAY).comments()).isEqualTo("Well written.");
    }
}
