package gm.sharing.dpia;

import gm.sharing.organisation.By;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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

    static final Criterion MATCHING =
            new Criterion(CriteriaList.ICO, "Data matching", "Records come from two councils.");
    static final Criterion VULNERABLE =
            new Criterion(CriteriaList.WP248, "Vulnerable data subjects", "Among the people are: children.");

    static final List<DpiaSection> DESCRIPTION =
            List.of(DpiaSection.NEED, DpiaSection.NATURE, DpiaSection.SCOPE, DpiaSection.CONTEXT, DpiaSection.PURPOSES);

    static final String TEXT = "Families get help before a crisis.";

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

    static boolean screen(Dpia dpia, Screening answers, List<Criterion> found) {
        dpia.screen(answers);
        return dpia.meets(found);
    }

    public static Consultation consultation() {
        return new Consultation(true, "Three workshops with parents.", null, List.of());
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
        dpia.assessRisks(risks.length == 0 ? List.of(RiskFixture.risk()) : List.of(risks), RiskFixture.OWNERS, BY_LEAD);
        dpia.grade(RiskFixture.GRADING);
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
}
