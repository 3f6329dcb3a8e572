package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.BOARD;
import static gm.sharing.signoff.SignOffFixture.BOLTON;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_OFFICER;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_SIGNATORY;
import static gm.sharing.signoff.SignOffFixture.DUE;
import static gm.sharing.signoff.SignOffFixture.LEAD;
import static gm.sharing.signoff.SignOffFixture.THAT_TUESDAY;
import static gm.sharing.signoff.SignOffFixture.TUESDAY;
import static gm.sharing.signoff.SignOffFixture.askedOf;
import static gm.sharing.signoff.SignOffFixture.decided;
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

/** When a decision is late, and what the Board may decide about a partner that has not decided. */
class TimeOfASignOffTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 29);

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

    private static void decide(SignOff signOff, StalledDecision.Choice choice) {
        signOff.boardDecided(BoardDecision.of(stalled(choice), By.of(BOARD, DUE), TODAY), null, LEAD);
    }
}
