package gm.sharing.dpia;

import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.question.Answers;
import gm.sharing.question.ProseFixture;
import gm.sharing.question.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Assessments and answers that are complete; each test changes what matters to it. */
public final class DpiaFixture {

    public static final ProjectReference REFERENCE = new ProjectReference("SJ-2026-0001");
    public static final Person LEAD = person("lead.manchester", "Lena Lead", "org-manchester", "project-leads");
    public static final Person OFFICER = person("dpo.manchester", "Dara Officer", "org-manchester", "dpo-manchester");
    public static final Person SIGNATORY =
            person("signatory.manchester", "Sia Signatory", "org-manchester", "signatory-manchester");

    public static final OrganisationCode MANCHESTER = new OrganisationCode("manchester");
    public static final LocalDate REVIEW_BY = LocalDate.of(2026, 5, 6);
    static final SectionMark ACCEPTABLE = new SectionMark(Mark.ACCEPTABLE, null, null, null);
    static final SectionMark TO_FIX = new SectionMark(Mark.TO_FIX, "Say how many families.", null, null);
    static final SectionMark IMPROVABLE =
            new SectionMark(Mark.IMPROVABLE, "Count the families again.", "lead", LocalDate.of(2026, 9, 1));

    static final By BY_LEAD = new By("lead.manchester", "Lena Lead", Instant.parse("2026-05-01T09:00:00Z"));
    static final By BY_OFFICER = new By("dpo.manchester", "Dara Officer", Instant.parse("2026-05-04T09:00:00Z"));
    static final By BY_SIGNATORY =
            new By("signatory.manchester", "Sia Signatory", Instant.parse("2026-05-05T23:30:00Z"));

    /** The grades as the table has them: likelihood and severity add up. */
    static final RiskGrading GRADING = (likelihood, severity) -> {
        int sum = likelihood.ordinal() + severity.ordinal();
        return sum >= 3 ? RiskLevel.HIGH : sum == 2 ? RiskLevel.MEDIUM : RiskLevel.LOW;
    };

    static final UnaryOperator<String> OWNERS = owner -> "Project lead";

    static final Criterion MATCHING =
            new Criterion(CriteriaList.ICO, "Data matching", "Records come from two councils.");
    static final Criterion VULNERABLE =
            new Criterion(CriteriaList.WP248, "Vulnerable data subjects", "Among the people are: children.");

    private DpiaFixture() {}

    static Person person(String id, String name, String... groups) {
        return new Person(id, name, id + "@example.org", Set.of(groups));
    }

    /** The lead says no to every question. */
    public static Screening screening() {
        return Screening.no();
    }

    static Screening screening(@Nullable String remarks, @Nullable Boolean stillHolds, @Nullable String whyStillHolds) {
        return new Screening(
                AutomatedDecisions.NONE,
                false,
                false,
                null,
                false,
                false,
                null,
                false,
                false,
                false,
                null,
                null,
                null,
                false,
                false,
                remarks,
                stillHolds,
                whyStillHolds);
    }

    static Screening holding(@Nullable String why) {
        return screening(null, true, why);
    }

    /** What is found in a project that matches data about vulnerable people. */
    public static List<Criterion> criteria() {
        return List.of(MATCHING, VULNERABLE);
    }

    /** Answers the screening of a project that matches data about vulnerable people. */
    public static boolean screen(Dpias dpias, ProjectReference reference) {
        dpias.screen(reference, screening(), LEAD);
        return dpias.meets(reference, criteria());
    }

    static boolean screen(Dpia dpia, Screening answers, List<Criterion> found) {
        dpia.screen(answers);
        return dpia.meets(found);
    }

    private static final List<DpiaSection> DESCRIPTION =
            List.of(DpiaSection.NEED, DpiaSection.NATURE, DpiaSection.SCOPE, DpiaSection.CONTEXT, DpiaSection.PURPOSES);

    static final String TEXT = "Families get help before a crisis.";

    public static Consultation consultation() {
        return new Consultation(true, "Three workshops with parents.", null, List.of());
    }

    /** A high risk that its measure makes medium. */
    public static Risk risk() {
        return risk(
                Effect.REDUCED, Likelihood.PROBABLE, Severity.SIGNIFICANT, Likelihood.POSSIBLE, Severity.SIGNIFICANT);
    }

    /** A risk that stays high. */
    public static Risk acceptedHighRisk() {
        return risk(Effect.ACCEPTED, Likelihood.PROBABLE, Severity.SEVERE, Likelihood.PROBABLE, Severity.SEVERE);
    }

    static Risk risk(
            Effect effect,
            Likelihood likelihood,
            Severity severity,
            Likelihood residualLikelihood,
            Severity residualSeverity) {
        return new Risk(
                0,
                "Records of two people are mixed up.",
                "A family is visited for somebody else's history.",
                likelihood,
                severity,
                "A person checks every match.",
                effect,
                residualLikelihood,
                residualSeverity,
                "lead",
                null);
    }

    /** Every section is acceptable; when it is sent back, the scope is to fix. */
    public static Advice advice(DpoView view) {
        return advice(view, view == DpoView.SEND_BACK ? TO_FIX : ACCEPTABLE);
    }

    static Advice advice(DpoView view, SectionMark scope) {
        return new Advice(
                ACCEPTABLE,
                ACCEPTABLE,
                scope,
                ACCEPTABLE,
                ACCEPTABLE,
                ACCEPTABLE,
                ACCEPTABLE,
                ACCEPTABLE,
                view,
                "The checks by a person are essential.");
    }

    public static DpiaDecision decision(Verdict verdict, @Nullable String reasons) {
        return new DpiaDecision(
                verdict, reasons, "Senior information risk owner", false, null, "Information governance board");
    }

    /** Screened: a DPIA is required and nothing of it is written. */
    static Dpia screened() {
        var dpia = new Dpia(REFERENCE);
        screen(dpia, screening(), criteria());
        dpia.screeningResult().found(ScreeningOutcome.REQUIRED, "The project matches data.");
        return dpia;
    }

    /** Steps 1 to 6 are written and the risks graded. */
    static Dpia written(Risk... risks) {
        var dpia = screened();
        describe(dpia);
        dpia.consult(consultation(), BY_LEAD);
        dpia.write(DpiaSection.NECESSITY, BY_LEAD);
        dpia.assessRisks(risks.length == 0 ? List.of(risk()) : List.of(risks), OWNERS, BY_LEAD);
        dpia.grade(GRADING);
        return dpia;
    }

    static void describe(Dpia dpia) {
        DESCRIPTION.forEach(section -> dpia.write(section, BY_LEAD));
    }

    /** Written, and the officers of these organisations are asked; the lead organisation's when none is named. */
    static Dpia asked(String... organisations) {
        var dpia = written();
        dpia.requestAdvice(
                organisations.length == 0
                        ? List.of(MANCHESTER)
                        : Stream.of(organisations).map(OrganisationCode::new).toList(),
                REVIEW_BY);
        return dpia;
    }

    static Dpia advised(DpoView view, Risk... risks) {
        var dpia = written(risks);
        dpia.requestAdvice(List.of(MANCHESTER), REVIEW_BY);
        dpia.advise(MANCHESTER, advice(view), BY_OFFICER);
        return dpia;
    }

    static Dpia approved() {
        var dpia = advised(DpoView.ACCEPT);
        dpia.decide(decision(Verdict.APPROVE, null), BY_SIGNATORY);
        return dpia;
    }

    static Dpia rejected() {
        var dpia = advised(DpoView.ACCEPT);
        dpia.decide(decision(Verdict.REJECT, "Too many risks at once."), BY_SIGNATORY);
        return dpia;
    }

    /** A risk with a measure that somebody puts in place by a date. */
    public static Risk promised(int number, String measure, String owner, @Nullable LocalDate due) {
        Risk risk = risk();
        return new Risk(
                number,
                risk.source(),
                risk.impact(),
                risk.likelihood(),
                risk.severity(),
                measure,
                risk.effect(),
                risk.residualLikelihood(),
                risk.residualSeverity(),
                owner,
                due);
    }

    /** Opens an approved assessment again and takes it to the approval with other risks. */
    public static void approveAgain(Dpias dpias, ProjectReference reference, List<Risk> risks) {
        dpias.reopen(reference, Set.of(DpiaSection.RISKS), LEAD);
        approve(dpias, reference, risks);
    }

    /** An assessment of which the first risk stays high and the second does not. */
    public static void leaveARiskHigh(Dpias dpias, ProjectReference reference) {
        screen(dpias, reference);
        dpias.recordScreening(reference, ScreeningOutcome.REQUIRED, "The project matches data.");
        dpias.assessRisks(reference, new RiskList(List.of(acceptedHighRisk(), risk())), LEAD);
        dpias.gradeRisks(reference, GRADING);
    }

    /** Takes the project's assessment through all of its steps to the approval. */
    public static void approve(Dpias dpias, ProjectReference reference) {
        approve(dpias, reference, List.of(risk()));
    }

    /** Takes the project's assessment, with these risks, through all of its steps to the approval. */
    public static void approve(Dpias dpias, ProjectReference reference, List<Risk> risks) {
        prepare(dpias, reference, risks);
        decide(dpias, reference, DpoView.ACCEPT, decision(Verdict.APPROVE, null));
    }

    /** Takes the assessment of a project that this organisation leads through all of its steps to the approval. */
    public static void approve(Dpias dpias, ProjectReference reference, OrganisationCode lead) {
        prepare(dpias, reference, List.of(risk()));
        decide(dpias, reference, lead, DpoView.ACCEPT, decision(Verdict.APPROVE, null));
    }

    private static void prepare(Dpias dpias, ProjectReference reference, List<Risk> risks) {
        screen(dpias, reference);
        dpias.recordScreening(reference, ScreeningOutcome.REQUIRED, "The project matches data.");
        write(dpias, reference, risks);
    }

    /** Writes the project's assessment and asks the lead organisation's and another officer for advice. */
    public static void ask(Dpias dpias, ProjectReference reference, OrganisationCode other) {
        screen(dpias, reference);
        dpias.recordScreening(reference, ScreeningOutcome.REQUIRED, "The project matches data.");
        write(dpias, reference);
        dpias.requestAdvice(reference, List.of(MANCHESTER, other), REVIEW_BY);
    }

    /** Has the written assessment advised on and decided. */
    public static void decide(Dpias dpias, ProjectReference reference, DpoView view, DpiaDecision decision) {
        decide(dpias, reference, MANCHESTER, view, decision);
    }

    /** Has the written assessment of a project that this organisation leads advised on and decided by its people. */
    public static void decide(
            Dpias dpias, ProjectReference reference, OrganisationCode lead, DpoView view, DpiaDecision decision) {
        dpias.requestAdvice(reference, List.of(lead), REVIEW_BY);
        dpias.advise(reference, lead, advice(view), holder("dpo", "Dara Officer", lead));
        dpias.decide(reference, decision, holder("signatory", "Sia Signatory", lead));
    }

    private static Person holder(String role, String name, OrganisationCode organisation) {
        return person(role + "." + organisation, name, "org-" + organisation, role + "-" + organisation);
    }

    /** Writes every section of the project's assessment and has the risks graded. */
    public static void write(Dpias dpias, ProjectReference reference) {
        write(dpias, reference, List.of(risk()));
    }

    private static void write(Dpias dpias, ProjectReference reference, List<Risk> risks) {
        DESCRIPTION.forEach(section -> dpias.write(reference, section, LEAD));
        dpias.consult(reference, consultation(), LEAD);
        dpias.write(reference, DpiaSection.NECESSITY, LEAD);
        dpias.assessRisks(reference, new RiskList(risks), LEAD);
        dpias.gradeRisks(reference, GRADING);
    }

    /** Opens the project's assessment again and writes why the processing is necessary anew. */
    public static void revise(Dpias dpias, ProjectReference reference) {
        dpias.reopen(reference, Set.of(DpiaSection.NECESSITY), LEAD);
        dpias.write(reference, DpiaSection.NECESSITY, LEAD);
    }

    /** Answers every question of the sections that no rule reads. */
    static void answer(Answers answers, ProjectReference reference, String text) {
        DESCRIPTION.forEach(section -> answer(answers, reference, section, text));
        answer(answers, reference, DpiaSection.NECESSITY, text);
    }

    static void answer(Answers answers, ProjectReference reference, DpiaSection section, String text) {
        answers.keep(reference, Step.START, ProseFixture.given("dpia-" + section.code(), text), LEAD);
    }
}
