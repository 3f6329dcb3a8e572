package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.BOLTONS_OFFICER;
import static gm.sharing.signoff.SignOffFixture.COMMENT;
import static gm.sharing.signoff.SignOffFixture.CONDITION;
import static gm.sharing.signoff.SignOffFixture.TUESDAY;
import static gm.sharing.signoff.SignOffFixture.kept;
import static gm.sharing.signoff.SignOffFixture.review;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.Role;
import java.util.Collections;
import java.util.List;
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
        assertThat(said(review(decision), kept(review(decision).conditions())).decision())
                .isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        "SIGN_WITH_CONDITIONS, 0, 1, , , Say",
        "REQUEST_CHANGES, 0, 0, , , Say",
        "REFUSE, 0, 0, , Article 6, A refusal names",
        "REFUSE, 0, 0, ' ', Article 6, A refusal names",
        "REFUSE, 0, 0, No lawful basis, , Cite",
        "SIGN, 1, 0, , , Choose",
        "REQUEST_CHANGES, 1, 1, , , Choose",
        "SIGN, 0, 0, No lawful basis, , Choose",
        "REQUEST_CHANGES, 0, 1, , Article 6, Choose",
    })
    void rejectsADecisionThatDoesNotFitWhatIsSaidWithIt(
            Decision decision,
            int conditions,
            int comments,
            @Nullable String ground,
            @Nullable String provision,
            String message) {
        var review = ReviewFixture.only(decision)
                .on(Collections.nCopies(conditions, CONDITION))
                .commenting(Collections.nCopies(comments, COMMENT))
                .refusing(ground, provision)
                .review();

        assertThatThrownBy(() -> said(review, kept(review.conditions())))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void keepsCommentsWithAnyDecision() {
        var review =
                ReviewFixture.only(Decision.SIGN).commenting(List.of(COMMENT)).review();

        assertThat(said(review, List.of()).comments()).containsExactly(COMMENT);
    }

    @Test
    void saysInOneLineWhatWasSaidBesideTheDecision() {
        var review = ReviewFixture.only(Decision.SIGN_WITH_CONDITIONS)
                .on(List.of(CONDITION))
                .commenting(List.of(new Comment(Comment.WHOLE, "Well written"), COMMENT))
                .review();

        assertThat(said(review, kept(review.conditions())).words(code -> code, section -> "the section " + section))
                .isEqualTo(" Conditions: Access is reviewed every quarter. (Project lead, by 30 September 2030)."
                        + " Comments: the section agreement: Well written. the section retention:"
                        + " Say how long the letters are kept.");
    }

    private static Statement said(Review review, List<StatedCondition> conditions) {
        return Statement.of(
                review,
                conditions,
                ReviewAnswers.NONE,
                Role.IG_OFFICER,
                Speaker.of(BOLTONS_OFFICER, Capacity.OWN, TUESDAY));
    }
}
