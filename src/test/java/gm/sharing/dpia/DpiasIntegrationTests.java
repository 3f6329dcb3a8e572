package gm.sharing.dpia;

import static gm.sharing.dpia.AssessedProjects.screen;
import static gm.sharing.dpia.DpiaFixture.LEAD;
import static gm.sharing.dpia.DpiaFixture.MANCHESTER;
import static gm.sharing.dpia.DpiaFixture.OFFICER;
import static gm.sharing.dpia.DpiaFixture.REVIEW_BY;
import static gm.sharing.dpia.DpiaFixture.SIGNATORY;
import static gm.sharing.dpia.DpiaFixture.VULNERABLE;
import static gm.sharing.dpia.DpiaFixture.advice;
import static gm.sharing.dpia.DpiaFixture.decision;
import static gm.sharing.dpia.DpiaFixture.screening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.PagesApplication;
import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.document.FieldChange;
import gm.sharing.organisation.Capacity;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.question.Answer;
import gm.sharing.question.Answers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PagesApplication
class DpiasIntegrationTests {

    private static final String LONG = "ä7 words. ".repeat(3000);

    @Autowired
    private Dpias dpias;

    @Autowired
    private DpiaNeed need;

    @Autowired
    private DpiaOutcomes outcomes;

    @Autowired
    private Answers answers;

    @Autowired
    private DpiaVersions versions;

    @Autowired
    private Projects projects;

    @Autowired
    private AuditTrail events;

    private ProjectReference reference;

    @BeforeEach
    void nextProject() {
        reference = projects.propose(ProjectFixture.proposal("Families who move"), LEAD);
    }

    @Test
    void keepsTextsOfThirtyThousandCharacters() {
        assertThat(LONG).hasSize(30_000);
        var screening = screening(LONG, null, null);
        var criterion = new Criterion(CriteriaList.ICO, "Data matching", LONG);
        var consultation = new Consultation(true, LONG, LONG, List.of(MANCHESTER));
        var risk = new Risk(
                0,
                LONG,
                LONG,
                Likelihood.POSSIBLE,
                Severity.SEVERE,
                LONG,
                Effect.REDUCED,
                Likelihood.REMOTE,
                Severity.SEVERE,
                "lead",
                LocalDate.of(2031, 3, 1));
        var mark = new SectionMark(Mark.IMPROVABLE, LONG, "lead", LocalDate.of(2031, 3, 1));
        var advice = new Advice(mark, mark, mark, mark, mark, mark, mark, mark, DpoView.AGAINST, LONG);
        var decision = new DpiaDecision(Verdict.APPROVE, LONG, "SIRO", true, LONG, "Board");

        dpias.screen(reference, screening, LEAD);
        dpias.meets(reference, List.of(criterion));
        dpias.recordScreening(reference, ScreeningOutcome.REQUIRED, LONG);
        AssessedProjects.write(dpias, reference);
        dpias.reopen(reference, Set.of(DpiaSection.CONSULTATION, DpiaSection.RISKS), LEAD);
        AssessedProjects.answer(answers, reference, LONG);
        dpias.consult(reference, consultation, LEAD);
        dpias.assessRisks(reference, new RiskList(List.of(risk, RiskFixture.risk())), LEAD);
        dpias.gradeRisks(reference, RiskFixture.GRADING);
        dpias.requestAdvice(reference, List.of(MANCHESTER), REVIEW_BY);
        dpias.advise(reference, MANCHESTER, advice, OFFICER);
        dpias.decide(reference, decision, SIGNATORY);

        var dpia = dpias.get(reference);
        assertThat(dpia.screening()).contains(screening);
        assertThat(dpia.criteria()).containsExactly(criterion);
        assertThat(dpia.screeningResult().reason()).contains(LONG);
        assertThat(dpia.consultation()).contains(consultation);
        assertThat(answers.inForce(reference).stream().map(Answer::value).filter(LONG::equals))
                .hasSize(30);
        assertThat(dpia.risks()).hasSize(2);
        assertThat(dpia.risks().get(0))
                .isEqualTo(new GradedRisk(risk.numbered(2), "Project lead", RiskLevel.HIGH, RiskLevel.MEDIUM));
        assertThat(dpia.advice()).singleElement().satisfies(given -> {
            assertThat(given.view()).isEqualTo(DpoView.AGAINST);
            assertThat(given.summary()).isEqualTo(LONG);
            assertThat(given.reviewBy()).isEqualTo(REVIEW_BY);
        });
        assertThat(dpia.adviceRound().marks())
                .hasSize(8)
                .extracting(MarkedSection::mark)
                .containsOnly(mark);
        assertThat(dpia.section(DpiaSection.SCOPE).saved()).isNotNull();
        assertThat(dpia.decision()).contains(decision);
        assertThat(dpia.status()).isEqualTo(DpiaStatus.APPROVED);
    }

    @Test
    void leavesAnEventForEveryChangeOfState() {
        AssessedProjects.approve(dpias, reference);

        assertThat(events.of(reference.value()))
                .filteredOn(event -> event.type().startsWith("dpia."))
                .extracting(Event::who, Event::type)
                .containsExactly(
                        tuple(LEAD.id(), "dpia.screening-answered"),
                        tuple(Event.SYSTEM, "dpia.criteria-found"),
                        tuple(Event.SYSTEM, "dpia.screened"),
                        tuple(LEAD.id(), "dpia.need-saved"),
                        tuple(LEAD.id(), "dpia.nature-saved"),
                        tuple(LEAD.id(), "dpia.scope-saved"),
                        tuple(LEAD.id(), "dpia.context-saved"),
                        tuple(LEAD.id(), "dpia.purposes-saved"),
                        tuple(LEAD.id(), "dpia.consultation-saved"),
                        tuple(LEAD.id(), "dpia.necessity-saved"),
                        tuple(LEAD.id(), "dpia.risks-saved"),
                        tuple(Event.SYSTEM, "dpia.risks-graded"),
                        tuple(Event.SYSTEM, "dpia.advice-requested"),
                        tuple(OFFICER.id(), "dpia.advised"),
                        tuple(SIGNATORY.id(), "dpia.approved"));
    }

    @Test
    void opensExactlyTheSectionsThatAreToBeRevised() {
        AssessedProjects.approve(dpias, reference);

        dpias.reopen(reference, Set.of(DpiaSection.SCOPE, DpiaSection.RISKS), LEAD);

        var dpia = dpias.get(reference);
        assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
        assertThat(dpia.openSections()).containsExactly(DpiaSection.SCOPE, DpiaSection.RISKS);
        assertThat(dpia.risks()).hasSize(1);
        assertThat(dpia.decided()).isPresent();
        assertThat(events.of(reference.value()))
                .last()
                .extracting(Event::who, Event::type, Event::what)
                .containsExactly(
                        LEAD.id(),
                        "dpia.reopened",
                        "The DPIA was opened again for revision: Scope of the processing, Risks and measures.");
    }

    @Test
    void keepsAVersionOfEveryAssessmentThatIsDecidedOrOpenedAgain() {
        AssessedProjects.approve(dpias, reference);
        dpias.reopen(reference, Set.of(DpiaSection.SCOPE), LEAD);
        dpias.write(reference, DpiaSection.SCOPE, LEAD);
        AssessedProjects.answer(answers, reference, DpiaSection.SCOPE, "Something else.");

        assertThat(versions.of(reference))
                .extracting(DpiaVersion::number, DpiaVersion::occasion, version -> version.by()
                        .person())
                .containsExactly(tuple(2, Occasion.REOPENED, LEAD.id()), tuple(1, Occasion.APPROVED, SIGNATORY.id()));
    }

    @Test
    void keepsWhatAVersionSaidWhateverIsWrittenLater() {
        AssessedProjects.approve(dpias, reference);
        var approved = versions.of(reference).get(0);
        dpias.reopen(reference, Set.of(DpiaSection.SCOPE), LEAD);
        dpias.write(reference, DpiaSection.SCOPE, LEAD);
        AssessedProjects.answer(answers, reference, DpiaSection.SCOPE, "Something else.");

        var kept = versions.of(reference).get(1);
        assertThat(kept.canonicalJson()).isEqualTo(approved.canonicalJson()).doesNotContain("Something else.");
        assertThat(kept.digest()).isEqualTo(approved.digest());
        assertThat(DpiaVersions.changes(
                        kept.content(), versions.draft(reference).orElseThrow()))
                .extracting(FieldChange::now)
                .contains("Something else.");
    }

    @Test
    void beginsWithEverySectionUnlessSomeWereChosen() {
        AssessedProjects.approve(dpias, reference);

        assertThat(dpias.begin(reference)).containsExactly(DpiaSection.values());
        dpias.reopen(reference, Set.of(DpiaSection.SCOPE), LEAD);
    }

    @Test
    void keepsAdviceOfSeveralOrganisationsInTheirOrder() {
        AssessedProjects.approve(dpias, reference);
        var bury = new OrganisationCode("bury");
        dpias.begin(reference);
        AssessedProjects.write(dpias, reference);
        dpias.requestAdvice(reference, List.of(bury, MANCHESTER), REVIEW_BY);
        dpias.closeUnanswered(reference, bury);
        dpias.advise(reference, MANCHESTER, DpiaFixture.advice(DpoView.SEND_BACK), OFFICER);

        assertThat(dpias.sendBack(reference)).containsExactly(DpiaSection.SCOPE);

        assertThat(dpias.get(reference).advice())
                .extracting(OrganisationAdvice::organisation)
                .containsExactly(bury, MANCHESTER);
        assertThat(dpias.get(reference).openSections()).containsExactly(DpiaSection.SCOPE);
    }

    @Test
    void keepsTheRoundOfAdviceThatSentItBackAndWhatWasWrittenThen() {
        screen(dpias, reference);
        dpias.recordScreening(reference, ScreeningOutcome.REQUIRED, "The project matches data.");
        AssessedProjects.write(dpias, reference);
        dpias.requestAdvice(reference, List.of(MANCHESTER), REVIEW_BY);
        assertThat(dpias.sendBack(reference)).isEmpty();
        assertThat(versions.lastRound(reference)).isEmpty();
        dpias.advise(reference, MANCHESTER, DpiaFixture.advice(DpoView.SEND_BACK), OFFICER);
        dpias.sendBack(reference);
        dpias.write(reference, DpiaSection.SCOPE, LEAD);
        AssessedProjects.answer(answers, reference, DpiaSection.SCOPE, "Forty families.");
        dpias.requestAdvice(reference, List.of(MANCHESTER), REVIEW_BY);
        dpias.advise(reference, MANCHESTER, DpiaFixture.advice(DpoView.AGAINST), OFFICER);

        var first = versions.lastRound(reference).orElseThrow();
        assertThat(first.occasion()).isEqualTo(Occasion.SENT_BACK);
        assertThat(first.by().person()).isEqualTo(OFFICER.id());
        assertThat(first.canonicalJson())
                .contains("Say how many families.", DpoView.SEND_BACK.label())
                .doesNotContain("Forty families.");
        assertThat(versions.html(first)).contains("Sent back by the data protection officer", "Draft:");

        var mend = new Objection(Objection.Weighing.MEND, "The officer is right.", "SIRO", List.of(DpiaSection.SCOPE));
        dpias.weigh(reference, mend, SIGNATORY);

        assertThat(versions.of(reference))
                .extracting(DpiaVersion::number, DpiaVersion::occasion, version -> version.by()
                        .person())
                .containsExactly(
                        tuple(2, Occasion.TO_MEND, SIGNATORY.id()), tuple(1, Occasion.SENT_BACK, OFFICER.id()));
        assertThat(versions.of(reference).get(0).canonicalJson()).contains(DpoView.AGAINST.label());
    }

    @Test
    void replacesCriteriaAndRisksWhenTheyAreAnsweredAnew() {
        screen(dpias, reference);
        dpias.assessRisks(reference, new RiskList(List.of(RiskFixture.risk(), RiskFixture.acceptedHighRisk())), LEAD);

        dpias.meets(reference, List.of(VULNERABLE));
        dpias.assessRisks(reference, new RiskList(List.of(RiskFixture.acceptedHighRisk())), LEAD);

        var dpia = dpias.get(reference);
        assertThat(dpia.criteria()).containsExactly(VULNERABLE);
        assertThat(dpia.risks())
                .extracting(GradedRisk::risk)
                .containsExactly(RiskFixture.acceptedHighRisk().numbered(3));
    }

    @Test
    void recordsThatTheOfficerConfirmedThatNoneIsNeeded() {
        dpias.screen(reference, screening(), LEAD);
        dpias.meets(reference, List.of());
        dpias.recordScreening(reference, ScreeningOutcome.DPO_CONFIRMS, "No criterion is met.");

        need.advise(reference, new NoDpia(false, "Only figures are shared."), OFFICER);

        assertThat(outcomes.of(reference).orElseThrow().headline()).contains("No data protection");
        assertThat(events.of(reference.value()))
                .last()
                .extracting(Event::who, Event::type)
                .containsExactly(OFFICER.id(), "dpia.not-needed");
    }

    @Test
    void letsNobodyAdviseOrDecideOnWhatTheyLead() {
        var alone = DpiaFixture.person(
                "lead.manchester", "Lena Lead", "org-manchester", "dpo-manchester", "signatory-manchester");
        AssessedProjects.ask(dpias, reference, new OrganisationCode("bury"));

        assertRefused(
                () -> dpias.advise(reference, MANCHESTER, advice(DpoView.ACCEPT), alone), "You lead this project");
        dpias.advise(reference, MANCHESTER, advice(DpoView.ACCEPT), OFFICER);
        assertRefused(() -> dpias.decide(reference, decision(Verdict.APPROVE, null), alone), "You lead this project");
        assertRefused(() -> dpias.weigh(reference, overruling(), alone), "You lead this project");
    }

    @Test
    void letsNobodyDecideOnWhatTheyAdvised() {
        var both = DpiaFixture.person(
                "dpo.manchester", "Dara Officer", "org-manchester", "dpo-manchester", "signatory-manchester");
        AssessedProjects.ask(dpias, reference, new OrganisationCode("bury"));
        dpias.advise(reference, MANCHESTER, advice(DpoView.ACCEPT), OFFICER);

        assertRefused(() -> dpias.decide(reference, decision(Verdict.APPROVE, null), both), "You advised on this DPIA");
        assertRefused(() -> dpias.weigh(reference, overruling(), both), "You advised on this DPIA");
    }

    @Test
    void letsNobodyDecideThatNoDpiaIsNeededOnTheirOwnAdvice() {
        var both = DpiaFixture.person(
                "dpo.manchester", "Dara Officer", "org-manchester", "dpo-manchester", "signatory-manchester");
        dpias.screen(reference, screening(), LEAD);
        dpias.meets(reference, List.of());
        dpias.recordScreening(reference, ScreeningOutcome.DPO_CONFIRMS, "No criterion is met.");
        need.advise(reference, new NoDpia(false, "Only figures are shared."), both);

        assertRefused(
                () -> need.decide(reference, new NeedDecision(false, null, "SIRO"), both), "You advised on this DPIA");
        need.decide(reference, new NeedDecision(false, null, "SIRO"), SIGNATORY);
        assertThat(events.of(reference.value()))
                .last()
                .extracting(Event::who, Event::type)
                .containsExactly(SIGNATORY.id(), "dpia.no-dpia-decided");
    }

    @Test
    void recordsBothNamesWhereADeputyDecidesAndBarsTheDeputyOfWhoeverMayNot() {
        AssessedProjects.ask(dpias, reference, new OrganisationCode("bury"));
        dpias.advise(reference, MANCHESTER, advice(DpoView.ACCEPT), OFFICER);

        assertRefused(
                () -> dpias.decide(reference, decision(Verdict.APPROVE, null), deputyOf(OFFICER)),
                "as the deputy of Dara Officer, who advised on this DPIA");
        assertRefused(
                () -> dpias.decide(reference, decision(Verdict.APPROVE, null), deputyOf(LEAD)),
                "as the deputy of Lena Lead, who leads this project");
        dpias.decide(reference, decision(Verdict.APPROVE, null), deputyOf(SIGNATORY));

        assertThat(dpias.get(reference).decided().orElseThrow().name())
                .isEqualTo("Dee Deputy, deputy of Sia Signatory");
        assertThat(events.of(reference.value()))
                .filteredOn(event -> event.type().equals("dpia.approved"))
                .singleElement()
                .extracting(Event::what)
                .asString()
                .contains("Dee Deputy", "Sia Signatory");
    }

    private static Person deputyOf(Person away) {
        return new Person(
                "deputy.manchester",
                "Dee Deputy",
                "",
                Set.of("org-manchester"),
                Map.of("signatory-manchester", List.of(Capacity.OWN.asDeputyOf(away.id(), away.name()))));
    }

    private static Objection overruling() {
        return new Objection(Objection.Weighing.OVERRULE, "Weighed.", "SIRO", List.of());
    }

    private static void assertRefused(ThrowingCallable work, String words) {
        assertThatExceptionOfType(Refused.class).isThrownBy(work).withMessageContaining(words);
    }

    @Test
    void changesNothingWhenItRefuses() {
        AssessedProjects.approve(dpias, reference);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dpias.consult(reference, DpiaFixture.consultation(), LEAD));

        assertThat(dpias.get(reference).consultation()).contains(DpiaFixture.consultation());
        assertThat(dpias.get(reference).status()).isEqualTo(DpiaStatus.APPROVED);
    }

    @Test
    void refusesAProjectThatWasNotScreened() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dpias.get(reference))
                .withMessageContaining("has not been answered yet");
    }
}
