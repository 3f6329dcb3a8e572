package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.BOARD;
import static gm.sharing.signoff.SignOffFixture.COMMENT;
import static gm.sharing.signoff.SignOffFixture.agreement;
import static gm.sharing.signoff.SignOffFixture.asking;
import static gm.sharing.signoff.SignOffFixture.person;
import static gm.sharing.signoff.SignOffFixture.review;
import static gm.sharing.signoff.SignOffFixture.signature;
import static gm.sharing.signoff.SignOffFixture.stalled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.PagesApplication;
import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.organisation.Sector;
import gm.sharing.project.Flow;
import gm.sharing.project.Owners;
import gm.sharing.project.PartnerList;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Rounds on a real database: what is kept, what it comes to, and that partners never get in each other's way. */
@PagesApplication
class SignOffsIntegrationTests {

    private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
    private static final Instant DUE = Instant.parse("2026-06-22T16:00:00Z");
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final OrganisationCode LEADING = new OrganisationCode("signofflead");
    private static final OrganisationCode FIRST = partner(1);
    private static final OrganisationCode SECOND = partner(2);

    @Autowired
    SignOffs signOffs;

    @Autowired
    BoardDecisions board;

    @Autowired
    Rounds rounds;

    @Autowired
    Decisions decisions;

    @Autowired
    RoundOpening opening;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Projects projects;

    @Autowired
    Directory directory;

    @Autowired
    AuditTrail events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void stopTheClock() {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
    }

    @AfterEach
    void letTheClockRun() {
        ClockUtil.reset();
    }

    @Test
    void keepsEveryWordOfADecision() {
        var project = sharedBetween(FIRST, SECOND);
        var round = open(project, "1.0", FIRST);
        var id = new SignOffId(project, round, FIRST);
        var conditions = List.of(
                new Condition("c".repeat(30_000), Owners.LEAD, LocalDate.of(2030, 9, 30)),
                new Condition("Staff are trained.", Owners.LEAD, LocalDate.of(2027, 1, 4)));
        var comments = List.of(new Comment(Comment.WHOLE, "Well written."), COMMENT);

        decisions.review(
                id,
                ReviewFixture.only(Decision.SIGN_WITH_CONDITIONS)
                        .on(conditions)
                        .commenting(comments)
                        .review(),
                officer(FIRST),
                Role.IG_OFFICER);
        decisions.agreeConfidentialUse(id, agreement(), person("caldicott", FIRST));
        decisions.sign(id, signature(Decision.SIGN), signatory(FIRST));

        var kept = signOffs.get(id);
        var reviewed = kept.said().at(Step.REVIEW).orElseThrow();
        assertThat(reviewed.conditions())
                .extracting(StatedCondition::text, StatedCondition::owner, StatedCondition::due)
                .containsExactly(
                        tuple("c".repeat(30_000), "lead", LocalDate.of(2030, 9, 30)),
                        tuple("Staff are trained.", "lead", LocalDate.of(2027, 1, 4)));
        assertThat(reviewed.conditions().get(1).obligation()).isEqualTo("Project lead, by 4 January 2027");
        assertThat(reviewed.comments()).isEqualTo(comments);
        assertThat(kept.conditions()).isEmpty();
        assertThat(kept.said()
                        .at(Step.CONFIDENTIAL_USE)
                        .orElseThrow()
                        .speaker()
                        .by()
                        .person())
                .isEqualTo("caldicott." + FIRST);
        var signed = kept.decisive().orElseThrow();
        assertThat(signed.decision()).isEqualTo(Decision.SIGN);
        assertThat(signed.speaker().role()).isEqualTo("Senior Information Risk Owner");
        assertThat(signed.speaker().by().at()).isEqualTo(MONDAY);
        assertThat(kept.asking().digest()).isEqualTo(DIGEST);
        assertThat(kept.clock().due()).isEqualTo(DUE);
        assertThat(kept.isLate()).isFalse();
    }

    @Test
    void leavesWhatAnotherPartnerHasToDoToTheLead() {
        var project = sharedBetween(FIRST, SECOND);
        var id = new SignOffId(project, open(project, "1.0", FIRST), FIRST);
        var ofAnother = new Condition("Staff are trained.", "ig-" + SECOND, LocalDate.of(2027, 1, 4));

        assertThatThrownBy(() -> decisions.review(
                        id,
                        ReviewFixture.only(Decision.SIGN_WITH_CONDITIONS)
                                .on(List.of(ofAnother))
                                .review(),
                        officer(FIRST),
                        Role.IG_OFFICER))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Choose from the list.");
    }

    @Test
    void keepsInWhichCapacitySomebodyDecided() {
        var project = sharedBetween(FIRST, SECOND);
        var id = new SignOffId(project, open(project, "1.0", FIRST), FIRST);
        var deputyElsewhere = new Person(
                "dpo." + SECOND,
                "Dee Deputy",
                "",
                Set.of("org-" + SECOND),
                Map.of("ig-" + FIRST, List.of(Capacity.OWN.through(SECOND).asDeputyOf("ig." + SECOND, "Ola Officer"))));

        decisions.review(id, review(Decision.SIGN), deputyElsewhere, Role.IG_OFFICER);
        decisions.sign(
                id,
                signature(Decision.SIGN),
                new Person("dpo." + SECOND, "Dee Deputy", "", Set.of("org-" + FIRST, "signatory-" + FIRST)));

        assertThat(signOffs.get(id)
                        .said()
                        .at(Step.REVIEW)
                        .orElseThrow()
                        .speaker()
                        .actedAs())
                .isEqualTo(new ActedAs("ig." + SECOND, "Ola Officer", SECOND, false));
        assertThat(signOffs.get(id).decisive().orElseThrow().speaker().actedAs().soleHolder())
                .isTrue();
        assertThat(events.of(project.value()))
                .extracting(Event::what)
                .anySatisfy(what -> assertThat(what)
                        .startsWith("The IG officer of " + directory.nameOf(FIRST) + " reviewed version 1.0")
                        .endsWith("Decided as the deputy of Ola Officer, who was away. " + directory.nameOf(SECOND)
                                + " acted for the organisation."))
                .anySatisfy(what -> assertThat(what)
                        .endsWith("The same person reviewed and signed, because nobody else can sign."));
    }

    @Test
    void refusesWhoeverAnsweredTheRevision() {
        var project = sharedBetween(FIRST, SECOND);
        var colleague = new Person(
                "colleague",
                "Colleague",
                "",
                Set.of("project-leads", "org-" + LEADING, "ig-" + LEADING, "signatory-" + LEADING));
        projects.describeNeeds(project, ProjectFixture.needs(), colleague);
        var id = new SignOffId(project, open(project, "1.0", LEADING), LEADING);

        assertThatThrownBy(() -> decisions.review(id, review(Decision.SIGN), colleague, Role.IG_OFFICER))
                .isInstanceOf(Refused.class)
                .hasMessage("You lead this project, so somebody else in your organisation has to decide.");
        decisions.review(id, review(Decision.SIGN), officer(LEADING), Role.IG_OFFICER);
        assertThatThrownBy(() -> decisions.sign(id, signature(Decision.SIGN), colleague))
                .isInstanceOf(Refused.class);
        assertThat(signOffs.get(id).isOpen()).isTrue();
    }

    @Test
    void sendsNothingOutWithAPartnerThatIsNoLegalEntityAnyMore() {
        var project = sharedBetween(FIRST, SECOND);
        jdbc.update("update organisation set legal_entity = false where code = ?", SECOND.value());
        try {
            assertThatThrownBy(() -> open(project, "1.0", FIRST))
                    .isInstanceOf(Refused.class)
                    .hasMessage(
                            directory.nameOf(SECOND) + " is not a legal entity and cannot sign. Revise the project and"
                                    + " name its members instead.");
        } finally {
            jdbc.update("update organisation set legal_entity = true where code = ?", SECOND.value());
        }
    }

    @Test
    void asksControllersButNoProcessorForAPositionOnTheAssessment() {
        var reference = sharedBetween(FIRST, SECOND);
        projects.namePartners(
                reference,
                new PartnerList(
                        List.of(LEADING, FIRST),
                        List.of(FIRST, SECOND),
                        List.of(SECOND),
                        false,
                        null,
                        "By a new version."),
                ProjectFixture.leadOf(LEADING));
        var project = projects.get(reference);

        assertThat(RoundOpening.questions(project, FIRST, true).position()).isTrue();
        assertThat(RoundOpening.questions(project, SECOND, true).position()).isFalse();
        assertThat(RoundOpening.questions(project, LEADING, true).position()).isFalse();
        assertThat(RoundOpening.questions(project, FIRST, false).position()).isFalse();
    }

    @Test
    void tellsEachStepToThePartnerOnlyAndTheRoundToEverybody() {
        var project = sharedBetween(FIRST, SECOND);
        var round = open(project, "1.0", FIRST);
        decide(project, round, FIRST, Decision.REFUSE);
        rounds.conclude(project, round);

        assertThat(events.of(project.value()))
                .filteredOn(event -> event.type().startsWith("signoff."))
                .isNotEmpty()
                .allMatch(event -> FIRST.equals(event.forWhom()))
                .extracting(Event::what)
                .containsExactly(
                        "The IG officer of Partner 1 reviewed version 1.0: to be signed.",
                        "The signatory of Partner 1 (Senior Information Risk Owner) decided about version 1.0: refused."
                                + " Ground: There is no lawful basis (UK GDPR, Article 6). Provision: UK GDPR, Article 6(1).");
        assertThat(events.of(project.value()))
                .filteredOn(event -> event.type().startsWith("round."))
                .allMatch(event -> event.forWhom() == null)
                .extracting(Event::what)
                .containsExactly(
                        "Round 1: version 1.0 was sent for sign-off to Partner 1. Every partner has to sign.",
                        "Round 1 about version 1.0 ended: at least one partner refused.");
    }

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
    void rejectsThePersonWhoLeadsTheProject() {
        var project = sharedBetween(FIRST, SECOND);
        var round = open(project, "1.0", LEADING);
        var lead = ProjectFixture.leadOf(LEADING);

        assertThatThrownBy(() -> decisions.review(
                        new SignOffId(project, round, LEADING), review(Decision.SIGN), lead, Role.IG_OFFICER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("You lead this project");
    }

    @Test
    void rejectsAPartnerThatIsNotAsked() {
        var project = sharedBetween(FIRST, SECOND);
        var round = open(project, "1.0", FIRST);

        assertThatThrownBy(() -> decisions.review(
                        new SignOffId(project, round, SECOND), review(Decision.SIGN), officer(SECOND), Role.IG_OFFICER))
                .isInstanceOf(Refused.class)
                .hasMessage("Partner 2 was not asked in round 1 of " + project + ".");
    }

    @Test
    void recordsALateSignatureAsLate() {
        var project = sharedBetween(FIRST, SECOND);
        var round = open(project, "1.0", FIRST);
        ClockUtil.setCurrentTime(Date.from(DUE.plusSeconds(60)));

        decide(project, round, FIRST, Decision.SIGN);

        assertThat(signOffs.standing(project)).singleElement().matches(SignOff::isLate);
        assertThat(events.of(project.value()))
                .last()
                .extracting(Event::what)
                .asString()
                .endsWith("signed, late.");
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

    @Test
    void takesNoDecisionWhenTheProjectHasEnded() {
        var project = sharedBetween(FIRST, SECOND);
        var round = open(project, "1.0", FIRST, SECOND);
        decide(project, round, SECOND, Decision.SIGN);

        rounds.end(project);

        assertThatThrownBy(() -> decide(project, round, FIRST, Decision.SIGN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not open for sign-off any more");
        assertThat(signOffs.of(project))
                .extracting(SignOff::state)
                .containsExactly(SignOffState.ENDED, SignOffState.SIGNED);
    }

    @Test
    void tellsTheSlowerOfTwoSignatoriesThatSomebodyElseDecided() {
        var project = sharedBetween(FIRST, SECOND);
        var id = new SignOffId(project, open(project, "1.0", FIRST), FIRST);
        decisions.review(id, review(Decision.SIGN), officer(FIRST), Role.IG_OFFICER);

        assertThatThrownBy(() -> transaction.executeWithoutResult(slower -> {
                    assertThat(signOffs.get(id).isOpen()).isTrue();
                    inAnotherThread(() -> decisions.sign(id, signature(Decision.SIGN), signatory(FIRST)));
                    decisions.sign(id, signature(Decision.REFUSE), person("signatory2", FIRST));
                }))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Somebody else decided");
        assertThat(signOffs.get(id).decision()).contains(Decision.SIGN);
    }

    @Test
    void letsSixtyPartnersDecideAtOnceWithoutAnErrorOrALoss() throws Exception {
        var partners = IntStream.rangeClosed(1, 60)
                .mapToObj(SignOffsIntegrationTests::partner)
                .toList();
        var project = sharedBetween(partners.toArray(OrganisationCode[]::new));
        var round = open(project, "1.0", partners.toArray(OrganisationCode[]::new));
        var threads = Executors.newFixedThreadPool(8);
        List<Future<?>> decisions;
        try {
            decisions =
                    threads
                            .invokeAll(partners.stream()
                                    .map(partner -> decision(project, round, partner))
                                    .toList())
                            .stream()
                            .<Future<?>>map(future -> future)
                            .toList();
        } finally {
            threads.shutdown();
        }

        for (var decision : decisions) {
            decision.get();
        }
        assertThat(signOffs.of(project)).hasSize(60).allMatch(SignOff::isSigned);
        assertThat(events.of(project.value()))
                .filteredOn(event -> "signoff.signature-decided".equals(event.type()))
                .extracting(Event::forWhom)
                .containsExactlyInAnyOrderElementsOf(partners);
        assertThat(rounds.conclude(project, round)).isEqualTo(RoundOutcome.ALL_SIGNED);
    }

    private Callable<Void> decision(ProjectReference project, int round, OrganisationCode partner) {
        return () -> {
            decide(project, round, partner, Decision.SIGN);
            return null;
        };
    }

    private void decide(ProjectReference project, int round, OrganisationCode partner, Decision decision) {
        var id = new SignOffId(project, round, partner);
        decisions.review(id, review(Decision.SIGN), officer(partner), Role.IG_OFFICER);
        decisions.sign(id, signature(decision), signatory(partner));
    }

    private int open(ProjectReference project, String version, OrganisationCode... partners) {
        return opening.open(project, version, DIGEST, partner -> DUE, asking(partners));
    }

    private static RefusalDecision ruling(RefusalDecision.Choice choice) {
        return new RefusalDecision(choice, "The law is clear.");
    }

    private static Person officer(OrganisationCode partner) {
        return person("ig", partner);
    }

    private static Person signatory(OrganisationCode partner) {
        return person("signatory", partner);
    }

    private static OrganisationCode partner(int number) {
        return new OrganisationCode("signoffpartner" + number);
    }

    /** A project of the leading organisation that goes to each of the partners in a flow of its own. */
    private ProjectReference sharedBetween(OrganisationCode... partners) {
        var lead = ProjectFixture.leadOf(LEADING);
        ensure(LEADING, "Leading organisation");
        List<Flow> flows = new ArrayList<>();
        for (var partner : partners) {
            ensure(partner, "Partner " + partner.value().substring("signoffpartner".length()));
            flows.add(ProjectFixture.flow(LEADING, partner));
        }
        var project = projects.propose(ProjectFixture.proposal("Plans of protection"), lead);
        projects.describeNeeds(project, ProjectFixture.needs(), lead);
        projects.namePartners(project, ProjectFixture.partners(LEADING, partners), lead);
        projects.describeFlows(project, ProjectFixture.flows(flows.toArray(Flow[]::new)), lead);
        return project;
    }

    private void ensure(OrganisationCode code, String name) {
        if (directory.find(code).isEmpty()) {
            directory.add(Organisation.legalEntity(code, name, Sector.COUNCIL));
        }
    }

    private static void inAnotherThread(Runnable work) {
        var thread = Executors.newSingleThreadExecutor();
        try {
            thread.submit(work).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            thread.shutdown();
        }
    }
}
