package gm.sharing.dpia;

import static gm.sharing.dpia.DpiaFixture.LEAD;
import static gm.sharing.dpia.DpiaFixture.OFFICER;
import static gm.sharing.dpia.DpiaFixture.SIGNATORY;
import static gm.sharing.dpia.DpiaFixture.describedBy;
import static gm.sharing.dpia.DpiaFixture.description;
import static gm.sharing.dpia.DpiaFixture.matchesData;
import static gm.sharing.dpia.DpiaFixture.necessary;
import static gm.sharing.dpia.DpiaFixture.screening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.Refused;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.document.FieldChange;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class DpiasIntegrationTests {

    private static final String LONG = "ä7 words. ".repeat(3000);

    @Autowired
    private Dpias dpias;

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
        var screening = new Screening(List.of(), List.of("Data matching"), List.of(), List.of(), LONG, null, null);
        var consultation = new Consultation(true, LONG, LONG, LONG, LONG, LONG);
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
        var advice = new Advice(DpoView.AGAINST, LONG);
        var decision = new DpiaDecision(Verdict.APPROVE, LONG, "SIRO", true, LONG, "Board");

        dpias.screen(reference, screening, LEAD);
        dpias.recordScreening(reference, ScreeningOutcome.REQUIRED, LONG);
        dpias.describe(reference, describedBy(LONG), LEAD);
        dpias.consult(reference, consultation, LEAD);
        dpias.assessNecessity(reference, necessary(LONG), LEAD);
        dpias.assessRisks(reference, new RiskList(List.of(risk, DpiaFixture.risk())), LEAD);
        dpias.gradeRisks(reference, DpiaFixture.GRADING);
        dpias.advise(reference, advice, OFFICER);
        dpias.decide(reference, decision, SIGNATORY);

        var dpia = dpias.get(reference);
        assertThat(dpia.screening()).isEqualTo(screening);
        assertThat(dpia.screeningReason()).contains(LONG);
        assertThat(dpia.description()).contains(describedBy(LONG));
        assertThat(dpia.consultation()).contains(consultation);
        assertThat(dpia.necessity()).contains(necessary(LONG));
        assertThat(dpia.risks()).hasSize(2);
        assertThat(dpia.risks().get(0))
                .isEqualTo(new GradedRisk(risk.numbered(1), "Project lead", RiskLevel.HIGH, RiskLevel.MEDIUM));
        assertThat(dpia.advice()).contains(advice);
        assertThat(dpia.decision()).contains(decision);
        assertThat(dpia.status()).isEqualTo(DpiaStatus.APPROVED);
    }

    @Test
    void leavesAnEventForEveryChangeOfState() {
        DpiaFixture.approve(dpias, reference);

        assertThat(events.of(reference.value()))
                .filteredOn(event -> event.type().startsWith("dpia."))
                .extracting(Event::who, Event::type)
                .containsExactly(
                        tuple(LEAD.id(), "dpia.screening-answered"),
                        tuple(Event.SYSTEM, "dpia.screened"),
                        tuple(LEAD.id(), "dpia.described"),
                        tuple(LEAD.id(), "dpia.consulted"),
                        tuple(LEAD.id(), "dpia.necessity-assessed"),
                        tuple(LEAD.id(), "dpia.risks-assessed"),
                        tuple(Event.SYSTEM, "dpia.risks-graded"),
                        tuple(OFFICER.id(), "dpia.advised"),
                        tuple(SIGNATORY.id(), "dpia.approved"));
    }

    @Test
    void opensADecidedAssessmentAgainWhenItIsDescribedAnew() {
        DpiaFixture.approve(dpias, reference);

        dpias.describe(reference, describedBy("Something else."), LEAD);

        var dpia = dpias.get(reference);
        assertThat(dpia.status()).isEqualTo(DpiaStatus.IN_PROGRESS);
        assertThat(dpia.risks()).hasSize(1);
        assertThat(dpia.decided()).isPresent();
        assertThat(events.of(reference.value())).extracting(Event::type).endsWith("dpia.reopened", "dpia.described");
    }

    @Test
    void keepsAVersionOfEveryAssessmentThatIsDecidedOrOpenedAgain() {
        DpiaFixture.approve(dpias, reference);
        dpias.describe(reference, describedBy("Something else."), LEAD);

        assertThat(versions.of(reference))
                .extracting(DpiaVersion::number, DpiaVersion::occasion, version -> version.by()
                        .person())
                .containsExactly(tuple(2, Occasion.REOPENED, LEAD.id()), tuple(1, Occasion.APPROVED, SIGNATORY.id()));
    }

    @Test
    void keepsWhatAVersionSaidWhateverIsWrittenLater() {
        DpiaFixture.approve(dpias, reference);
        var approved = versions.of(reference).get(0);
        dpias.describe(reference, describedBy("Something else."), LEAD);

        var kept = versions.of(reference).get(1);
        assertThat(kept.canonicalJson()).isEqualTo(approved.canonicalJson()).doesNotContain("Something else.");
        assertThat(kept.digest()).isEqualTo(approved.digest());
        assertThat(DpiaVersions.changes(
                        kept.content(), versions.draft(reference).orElseThrow()))
                .extracting(FieldChange::now)
                .contains("Something else.");
    }

    @Test
    void opensOnlyWhatIsDecided() {
        dpias.screen(reference, matchesData(), LEAD);

        dpias.reopen(reference, LEAD);

        assertThat(events.of(reference.value())).extracting(Event::type).doesNotContain("dpia.reopened");
    }

    @Test
    void replacesCriteriaAndRisksWhenTheyAreAnsweredAnew() {
        dpias.screen(reference, matchesData(), LEAD);
        dpias.assessRisks(reference, new RiskList(List.of(DpiaFixture.risk(), DpiaFixture.acceptedHighRisk())), LEAD);

        dpias.screen(reference, screening(List.of(), List.of("Large scale")), LEAD);
        dpias.assessRisks(reference, new RiskList(List.of(DpiaFixture.acceptedHighRisk())), LEAD);

        var dpia = dpias.get(reference);
        assertThat(dpia.criteria()).containsExactly("Large scale");
        assertThat(dpia.risks())
                .extracting(GradedRisk::risk)
                .containsExactly(DpiaFixture.acceptedHighRisk().numbered(3));
    }

    @Test
    void recordsThatTheOfficerConfirmedThatNoneIsNeeded() {
        dpias.screen(reference, screening(List.of(), List.of()), LEAD);
        dpias.recordScreening(reference, ScreeningOutcome.DPO_CONFIRMS, "No criterion is met.");

        dpias.decideNeed(reference, new NoDpia(false, "Only figures are shared."), OFFICER);

        assertThat(dpias.outcome(reference).orElseThrow().headline()).contains("No data protection");
        assertThat(events.of(reference.value()))
                .last()
                .extracting(Event::who, Event::type)
                .containsExactly(OFFICER.id(), "dpia.not-needed");
    }

    @Test
    void changesNothingWhenItRefuses() {
        DpiaFixture.approve(dpias, reference);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dpias.consult(reference, DpiaFixture.consultation(), LEAD));

        assertThat(dpias.get(reference).description()).contains(description());
        assertThat(dpias.get(reference).status()).isEqualTo(DpiaStatus.APPROVED);
    }

    @Test
    void refusesAProjectThatWasNotScreened() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> dpias.get(reference))
                .withMessageContaining("has not been answered yet");
    }
}
