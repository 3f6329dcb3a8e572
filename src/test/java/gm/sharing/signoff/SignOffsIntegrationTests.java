package gm.sharing.signoff;

import static gm.sharing.signoff.SignOffFixture.COMMENT;
import static gm.sharing.signoff.SignOffFixture.agreement;
import static gm.sharing.signoff.SignOffFixture.person;
import static gm.sharing.signoff.SignOffFixture.review;
import static gm.sharing.signoff.SignOffFixture.signature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.PagesApplication;
import gm.sharing.Refused;
import gm.sharing.audit.Event;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.Owners;
import gm.sharing.project.PartnerList;
import gm.sharing.project.ProjectFixture;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Decisions of partners on a real database: what is kept of them, and that partners never get in each other's way. */
@PagesApplication
class SignOffsIntegrationTests extends SignOffsOfPartners {

    @Autowired
    JdbcTemplate jdbc;

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
                .isEqualTo(new ActedAs("ig." + SECOND, "Ola Officer", SECOND, null, false, null));
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
                        "The IG officer of Partner 1 reviewed version 1.0: ready to be signed.",
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
}
