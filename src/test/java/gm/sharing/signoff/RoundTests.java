package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.BOARD;
import static gm.sharing.signoff.SignOffFixture.BOLTON;
import static gm.sharing.signoff.SignOffFixture.BOLTONS_SIGNATORY;
import static gm.sharing.signoff.SignOffFixture.DUE;
import static gm.sharing.signoff.SignOffFixture.LEAD;
import static gm.sharing.signoff.SignOffFixture.TUESDAY;
import static gm.sharing.signoff.SignOffFixture.askedOf;
import static gm.sharing.signoff.SignOffFixture.decided;
import static gm.sharing.signoff.SignOffFixture.firstRound;
import static gm.sharing.signoff.SignOffFixture.stalled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of a round, and what the Board may decide about it. */
class RoundTests {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "SIGNED SIGNED, ALL_SIGNED",
        "SIGNED SIGNED_WITH_CONDITIONS, ALL_SIGNED",
        "SIGNED CHANGES_REQUESTED, CHANGES_REQUESTED",
        "SIGNED REFUSED, REFUSED",
        "SIGNED LEFT_OUT, GO_ON_WITHOUT",
        "LEFT_OUT CHANGES_REQUESTED, CHANGES_REQUESTED",
        "CHANGES_REQUESTED REFUSED, REFUSED",
        "REFUSED LEFT_OUT, REFUSED",
        "REFUSED STOPPED, STOPPED",
        "CHANGES_REQUESTED STOPPED IN_REVIEW, STOPPED",
    })
    void takesTheOutcomeThatComesFirst(String partners, RoundOutcome expected) {
        var signOffs = asked(partners.split(" "));
        var round = firstRound();

        assertThat(round.conclude(signOffs, Set.of(), DUE)).isEqualTo(expected);

        assertThat(round.outcome()).contains(expected);
        assertThat(round.isOpen()).isFalse();
        assertThat(signOffs).noneMatch(SignOff::isOpen);
    }

    @Test
    void countsAsSignedWhenNobodyHadToBeAskedAgain() {
        assertThat(firstRound().conclude(List.of(), Set.of(), DUE)).isEqualTo(RoundOutcome.ALL_SIGNED);
    }

    /** It is not asked again in the round, so its sign-off is one of an earlier round. */
    @Test
    void asksForChangesWhenASignatureThatStoodWasWithdrawn() {
        var withdrawn = decided(BOLTON, Decision.SIGN);
        withdrawn.withdrawSignature("Our board disagrees.", BOLTONS_SIGNATORY, LEAD, DUE);

        assertThat(firstRound().conclude(List.of(withdrawn), Set.of(), DUE)).isEqualTo(RoundOutcome.CHANGES_REQUESTED);
    }

    @Test
    void cannotBeConcludedWhileAPartnerMayStillDecide() {
        assertThatThrownBy(() -> firstRound().conclude(asked("SIGNED", "IN_REVIEW"), Set.of(), DUE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has not decided in round 1");
    }

    @Test
    void givesTheSameOutcomeWhenItIsConcludedAgain() {
        var round = firstRound();
        round.conclude(asked("SIGNED"), Set.of(), DUE);

        assertThat(round.conclude(asked("REFUSED"), Set.of(), DUE)).isEqualTo(RoundOutcome.ALL_SIGNED);
    }

    @Test
    void hasNoOutcomeWhenTheProjectEnds() {
        var round = firstRound();
        var signOffs = asked("SIGNED", "IN_REVIEW");

        round.close(signOffs, DUE);

        assertThat(round.isOpen()).isFalse();
        assertThat(round.outcome()).isEmpty();
        assertThat(signOffs).extracting(SignOff::state).containsExactly(SignOffState.SIGNED, SignOffState.ENDED);
    }

    @Test
    void recordsWhatTheBoardDecidedAboutARefusal() {
        var round = firstRound();
        round.conclude(asked("REFUSED"), Set.of(), DUE);

        round.rule(backToLead(), BOARD, LEAD, DUE);

        assertThat(round.ruling())
                .contains(new RefusalRuling(
                        RefusalDecision.Choice.BACK_TO_LEAD,
                        "The ground can be met.",
                        new By("board", "The Chair", DUE)));
    }

    @Test
    void rejectsASecondRulingOfTheBoard() {
        var round = firstRound();
        round.conclude(asked("REFUSED"), Set.of(), DUE);
        round.rule(backToLead(), BOARD, LEAD, DUE);

        assertThatThrownBy(() -> round.rule(backToLead(), BOARD, LEAD, DUE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already decided about this round");
    }

    @Test
    void rejectsARulingWhenNobodyRefused() {
        var round = firstRound();
        round.conclude(asked("SIGNED"), Set.of(), DUE);

        assertThatThrownBy(() -> round.rule(backToLead(), BOARD, LEAD, DUE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Nobody refused");
    }

    @Test
    void rejectsARulingOfTheProjectsLead() {
        var round = firstRound();
        round.conclude(asked("REFUSED"), Set.of(), DUE);
        var lead = new Person(SignOffFixture.LEADS_ID, "Lee Lead", "", Set.of("information-board"));

        assertThatThrownBy(() -> round.rule(backToLead(), lead, LEAD, DUE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("You lead this project");
    }

    private static RefusalDecision backToLead() {
        return new RefusalDecision(RefusalDecision.Choice.BACK_TO_LEAD, "The ground can be met.");
    }

    private static List<SignOff> asked(String... states) {
        List<SignOff> signOffs = new ArrayList<>();
        Stream.of(states)
                .forEach(
                        state -> signOffs.add(inState(new OrganisationCode("partner" + (signOffs.size() + 1)), state)));
        return signOffs;
    }

    private static SignOff inState(OrganisationCode partner, String state) {
        return switch (state) {
            case "SIGNED" -> decided(partner, Decision.SIGN);
            case "SIGNED_WITH_CONDITIONS" -> decided(partner, Decision.SIGN_WITH_CONDITIONS);
            case "CHANGES_REQUESTED" -> decided(partner, Decision.REQUEST_CHANGES);
            case "REFUSED" -> decided(partner, Decision.REFUSE);
            case "LEFT_OUT" -> decidedByBoard(partner, StalledDecision.Choice.GO_ON_WITHOUT);
            case "STOPPED" -> decidedByBoard(partner, StalledDecision.Choice.STOP);
            default -> askedOf(partner);
        };
    }

    private static SignOff decidedByBoard(OrganisationCode partner, StalledDecision.Choice choice) {
        var signOff = askedOf(partner);
        signOff.boardDecided(
                BoardDecision.of(stalled(choice), By.of(BOARD, TUESDAY), LocalDate.of(2026, 6, 29)), null, LEAD);
        return signOff;
    }
}
