package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.BOARD;
import static gm.sharing.signoff.SignOffFixture.review;
import static gm.sharing.signoff.SignOffFixture.signature;
import static gm.sharing.signoff.SignOffFixture.stalled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.PagesApplication;
import gm.sharing.Refused;
import gm.sharing.audit.Event;
import gm.sharing.organisation.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rounds on a real database: who is asked in the next, what they come to, and what the Board decides in them. */
@PagesApplication
class RoundsOfSignOffIntegrationTests extends SignOffsOfPartners {

    @Autowired
    BoardDecisions board;

    @Autowired
    Deadlines deadlines;

    @Test
    void asksThePartnersOfTheNextRoundOnlyAndLetsTheOthersSignaturesStand() {
        var project = sharedBetween(FIRST, SECOND);
        var first = open(project, "1.0", FIRST, SECOND);
        decide(project, first, FIRST, Decision.SIGN);
        decide(project, first, SECOND, Decision.REQUEST_CHANGES);
        assertThat(rounds.conclude(project, first)).isEqualTo(RoundOutcome.CHANGES_REQUESTED);

        var second = opening.open(
                project,
                "1.1",
                DIGEST,
                partner -> DUE,
                new RoundPlan(
                        List.of(new RoundPlan.Asked(SECOND, "It asked for changes to version 1.0.", 1)),
                        List.of(new StandingSignature(FIRST, "1.0", "Nothing that concerns it has changed."))));
        decide(project, second, SECOND, Decision.SIGN_WITH_CONDITIONS);

        assertThat(second).isEqualTo(2);
        assertThat(rounds.conclude(project, second)).isEqualTo(RoundOutcome.ALL_SIGNED);
        assertThat(signOffs.standing(project))
                .extracting(SignOff::partner, SignOff::agreedVersion, SignOff::state)
                .containsExactly(
                        tuple(FIRST, "1.0", SignOffState.SIGNED),
                        tuple(SECOND, "1.1", SignOffState.SIGNED_WITH_CONDITIONS));
        assertThat(signOffs.askedBefore(new SignOffId(project, second, SECOND)))
                .map(SignOff::agreedVersion)
                .contains("1.0");
        assertThat(signOffs.askedBefore(new SignOffId(project, first, SECOND))).isEmpty();
        assertThat(events.of(project.value()))
                .extracting(Event::what)
                .contains(
                        "Partner 2 is asked about version 1.1. It asked for changes to version 1.0.",
                        "The signature of Partner 1 stands for version 1.1. Nothing that concerns it has changed.");
        assertThat(signOffs.get(new SignOffId(project, second, SECOND)).asking().because())
                .isEqualTo("It asked for changes to version 1.0.");
        assertThat(rounds.get(project, second).standing())
                .extracting(StandingSignature::partner)
                .containsExactly(FIRST);
    }

    @Test
    void rejectsADecisionAboutAVersionThatANewerOneReplaced() {
        var project = sharedBetween(FIRST, SECOND);
        var first = open(project, "1.0", FIRST);
        open(project, "1.1", FIRST);

        assertThatThrownBy(() -> decisions.review(
                        new SignOffId(project, first, FIRST), review(Decision.SIGN), officer(FIRST), Role.IG_OFFICER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Version 1.0 is not open for sign-off any more");
        assertThat(rounds.get(project, first).outcome()).isEmpty();
    }

    @Test
    void remindsAndEscalatesInTheRecordOnce() {
        var project = sharedBetween(FIRST, SECOND);
        var id = new SignOffId(project, open(project, "1.0", FIRST), FIRST);

        deadlines.remindedOf(id);
        deadlines.remindedOf(id);
        deadlines.escalated(id, 5);

        assertThat(signOffs.get(id).clock().remindedAt()).contains(MONDAY);
        assertThat(signOffs.get(id).clock().escalatedAt()).contains(MONDAY);
        assertThat(events.of(project.value()))
                .filteredOn(event -> event.type().startsWith("signoff."))
                .extracting(Event::what)
                .containsExactly(
                        "Partner 1 was reminded of version 1.0.",
                        "Partner 1 has not decided in time about version 1.0. The Information Board is asked on 8 June"
                                + " 2026.");
    }

    @Test
    void doesNotTakeADecisionFromItsMakerWhenAReminderGoesOutAtTheSameMoment() {
        var project = sharedBetween(FIRST, SECOND);
        var id = new SignOffId(project, open(project, "1.0", FIRST), FIRST);
        decisions.review(id, review(Decision.SIGN), officer(FIRST), Role.IG_OFFICER);

        transaction.executeWithoutResult(deciding -> {
            assertThat(signOffs.get(id).isOpen()).isTrue();
            inAnotherThread(() -> deadlines.remindedOf(id));
            decisions.sign(id, signature(Decision.SIGN), signatory(FIRST));
        });

        assertThat(signOffs.get(id).isSigned()).isTrue();
        assertThat(signOffs.get(id).clock().remindedAt()).isPresent();
    }

    @Test
    void givesThePartnerUntilTheEndOfTheDayThatTheBoardNames() {
        var project = sharedBetween(FIRST, SECOND);
        var id = new SignOffId(project, open(project, "1.0", FIRST), FIRST);
        var saturday = LocalDate.of(2026, 7, 4);

        var until = board.aboutStalled(
                id, new StalledDecision(StalledDecision.Choice.EXTEND, saturday, "Staff are on leave."), 5, BOARD);

        assertThat(until).contains(Instant.parse("2026-07-06T16:00:00Z"));
        assertThat(signOffs.get(id).clock().due()).isEqualTo(until.orElseThrow());
        assertThat(signOffs.get(id).delay().byBoard())
                .singleElement()
                .extracting(BoardDecision::extendedTo, BoardDecision::reasons, decision -> decision.by()
                        .person())
                .containsExactly(saturday, "Staff are on leave.", "board");
    }

    @Test
    void givesThePartnerWorkingDaysWhenTheBoardChases() {
        var project = sharedBetween(FIRST, SECOND);
        var id = new SignOffId(project, open(project, "1.0", FIRST), FIRST);

        assertThat(board.aboutStalled(id, stalled(StalledDecision.Choice.CHASE), 5, BOARD))
                .contains(Instant.parse("2026-06-08T16:00:00Z"));
        assertThat(signOffs.get(id).clock().due()).isEqualTo(DUE);
    }

    @Test
    void takesAPartnerOutOfTheProjectWhenTheBoardGoesOnWithoutIt() {
        var project = sharedBetween(FIRST, SECOND);
        var round = open(project, "1.0", FIRST, SECOND);
        decide(project, round, SECOND, Decision.SIGN);

        var until = board.aboutStalled(
                new SignOffId(project, round, FIRST), stalled(StalledDecision.Choice.GO_ON_WITHOUT), 5, BOARD);

        assertThat(until).isEmpty();
        assertThat(rounds.conclude(project, round)).isEqualTo(RoundOutcome.GO_ON_WITHOUT);
        assertThat(rounds.leftOut(project, round)).containsExactly(FIRST);
        assertThat(projects.get(project).partner(FIRST)).isEmpty();
        assertThat(signOffs.standing(project)).extracting(SignOff::partner).containsExactly(SECOND);
    }

    @Test
    void tellsTheBoardWhenTheProjectCannotGoOnWithoutThePartner() {
        var project = sharedBetween(FIRST);
        var round = open(project, "1.0", FIRST);
        var id = new SignOffId(project, round, FIRST);

        assertThatThrownBy(() -> board.aboutStalled(id, stalled(StalledDecision.Choice.GO_ON_WITHOUT), 5, BOARD))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("at least two organisations");
        assertThat(signOffs.get(id).isOpen()).isTrue();
    }

    @Test
    void stopsWithTheReasonsThatTheBoardGaveForAStalledReview() {
        var project = sharedBetween(FIRST, SECOND);
        var round = open(project, "1.0", FIRST, SECOND);
        assertThat(board.stopped(project, round)).isFalse();

        board.aboutStalled(new SignOffId(project, round, FIRST), stalled(StalledDecision.Choice.STOP), 5, BOARD);

        assertThat(board.stopped(project, round)).isTrue();
        assertThat(board.reasonsToStop(project, round)).contains("Three weeks without an answer.");
        assertThat(rounds.conclude(project, round)).isEqualTo(RoundOutcome.STOPPED);
        assertThat(signOffs.of(project)).extracting(SignOff::state).containsOnly(SignOffState.ENDED);
    }

    @Test
    void leavesOutThoseWhoRefusedWhenTheBoardRulesSo() {
        var project = sharedBetween(FIRST, SECOND);
        var round = open(project, "1.0", FIRST, SECOND);
        decide(project, round, FIRST, Decision.REFUSE);
        decide(project, round, SECOND, Decision.SIGN);
        rounds.conclude(project, round);

        board.aboutRefusal(project, round, ruling(RefusalDecision.Choice.GO_ON_WITHOUT), BOARD);

        assertThat(rounds.leftOut(project, round)).containsExactly(FIRST);
        assertThat(projects.get(project).partner(FIRST)).isEmpty();
        assertThat(board.reasonsToStop(project, round)).isEmpty();
        assertThat(events.of(project.value()))
                .filteredOn(event -> "round.board-decided".equals(event.type()))
                .extracting(Event::what)
                .containsExactly(
                        "Round 1: the Information Board upheld the refusal and decided to go ahead without those who refused."
                                + " Reasons: The law is clear.");
    }

    @Test
    void stopsWithTheReasonsThatTheBoardGaveForARefusal() {
        var project = sharedBetween(FIRST, SECOND);
        var round = open(project, "1.0", FIRST);
        decide(project, round, FIRST, Decision.REFUSE);
        rounds.conclude(project, round);

        board.aboutRefusal(project, round, ruling(RefusalDecision.Choice.STOP), BOARD);

        assertThat(board.reasonsToStop(project, round)).contains("The law is clear.");
        assertThat(rounds.leftOut(project, round)).isEmpty();
        assertThat(rounds.get(project, round).ruling().orElseThrow().by().person())
                .isEqualTo("board");
    }

    @Test
    void concludesFromTheRecordAndOnlyOnce() {
        var project = sharedBetween(FIRST, SECOND);
        var round = open(project, "1.0", FIRST, SECOND);
        decide(project, round, FIRST, Decision.SIGN);

        assertThatThrownBy(() -> rounds.conclude(project, round))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has not decided");
        decide(project, round, SECOND, Decision.SIGN);

        assertThat(rounds.conclude(project, round)).isEqualTo(RoundOutcome.ALL_SIGNED);
        assertThat(rounds.conclude(project, round)).isEqualTo(RoundOutcome.ALL_SIGNED);
        assertThat(events.of(project.value()))
                .filteredOn(event -> "round.concluded".equals(event.type()))
                .hasSize(1);
    }

    private static RefusalDecision ruling(RefusalDecision.Choice choice) {
        return new RefusalDecision(choice, "The law is clear.");
    }
}
