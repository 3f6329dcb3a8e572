package gm.sharing.dpia;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectReference;
import gm.sharing.question.Answers;
import gm.sharing.question.ProseFixture;
import gm.sharing.question.Step;
import java.util.List;
import java.util.Set;

/** Takes the assessments of projects through their steps, with what {@link DpiaFixture} answers. */
public final class AssessedProjects {

    private AssessedProjects() {}

    /** Answers the screening of a project that matches data about vulnerable people. */
    public static boolean screen(Dpias dpias, ProjectReference reference) {
        dpias.screen(reference, DpiaFixture.screening(), DpiaFixture.LEAD);
        return dpias.meets(reference, DpiaFixture.criteria());
    }

    /** Opens an approved assessment again and takes it to the approval with other risks. */
    public static void approveAgain(Dpias dpias, ProjectReference reference, List<Risk> risks) {
        dpias.reopen(reference, Set.of(DpiaSection.RISKS), DpiaFixture.LEAD);
        approve(dpias, reference, risks);
    }

    /** An assessment of which the first risk stays high and the second does not. */
    public static void leaveARiskHigh(Dpias dpias, ProjectReference reference) {
        screen(dpias, reference);
        dpias.recordScreening(reference, ScreeningOutcome.REQUIRED, "The project matches data.");
        dpias.assessRisks(
                reference, new RiskList(List.of(RiskFixture.acceptedHighRisk(), RiskFixture.risk())), DpiaFixture.LEAD);
        dpias.gradeRisks(reference, RiskFixture.GRADING);
    }

    /** Takes the project's assessment through all of its steps to the approval. */
    public static void approve(Dpias dpias, ProjectReference reference) {
        approve(dpias, reference, List.of(RiskFixture.risk()));
    }

    /** Takes the project's assessment, with these risks, through all of its steps to the approval. */
    public static void approve(Dpias dpias, ProjectReference reference, List<Risk> risks) {
        prepare(dpias, reference, risks);
        decide(dpias, reference, DpoView.ACCEPT, DpiaFixture.decision(Verdict.APPROVE, null));
    }

    /** Takes the assessment of a project that this organisation leads through all of its steps to the approval. */
    public static void approve(Dpias dpias, ProjectReference reference, OrganisationCode lead) {
        prepare(dpias, reference, List.of(RiskFixture.risk()));
        decide(dpias, reference, lead, DpoView.ACCEPT, DpiaFixture.decision(Verdict.APPROVE, null));
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
        dpias.requestAdvice(reference, List.of(DpiaFixture.MANCHESTER, other), DpiaFixture.REVIEW_BY);
    }

    /** Has the written assessment advised on and decided. */
    public static void decide(Dpias dpias, ProjectReference reference, DpoView view, DpiaDecision decision) {
        decide(dpias, reference, DpiaFixture.MANCHESTER, view, decision);
    }

    /** Has the written assessment of a project that this organisation leads advised on and decided by its people. */
    public static void decide(
            Dpias dpias, ProjectReference reference, OrganisationCode lead, DpoView view, DpiaDecision decision) {
        dpias.requestAdvice(reference, List.of(lead), DpiaFixture.REVIEW_BY);
        dpias.advise(reference, lead, DpiaFixture.advice(view), holder("dpo", "Dara Officer", lead));
        dpias.decide(reference, decision, holder("signatory", "Sia Signatory", lead));
    }

    private static Person holder(String role, String name, OrganisationCode organisation) {
        return DpiaFixture.person(role + "." + organisation, name, "org-" + organisation, role + "-" + organisation);
    }

    /** Writes every section of the project's assessment and has the risks graded. */
    public static void write(Dpias dpias, ProjectReference reference) {
        write(dpias, reference, List.of(RiskFixture.risk()));
    }

    private static void write(Dpias dpias, ProjectReference reference, List<Risk> risks) {
        DpiaFixture.DESCRIPTION.forEach(section -> dpias.write(reference, section, DpiaFixture.LEAD));
        dpias.consult(reference, DpiaFixture.consultation(), DpiaFixture.LEAD);
        dpias.write(reference, DpiaSection.NECESSITY, DpiaFixture.LEAD);
        dpias.assessRisks(reference, new RiskList(risks), DpiaFixture.LEAD);
        dpias.gradeRisks(reference, RiskFixture.GRADING);
    }

    /** Opens the project's assessment again and writes why the processing is necessary anew. */
    public static void revise(Dpias dpias, ProjectReference reference) {
        dpias.reopen(reference, Set.of(DpiaSection.NECESSITY), DpiaFixture.LEAD);
        dpias.write(reference, DpiaSection.NECESSITY, DpiaFixture.LEAD);
    }

    /** Answers every question of the sections that no rule reads. */
    static void answer(Answers answers, ProjectReference reference, String text) {
        DpiaFixture.DESCRIPTION.forEach(section -> answer(answers, reference, section, text));
        answer(answers, reference, DpiaSection.NECESSITY, text);
    }

    static void answer(Answers answers, ProjectReference reference, DpiaSection section, String text) {
        answers.keep(reference, Step.START, ProseFixture.given("dpia-" + section.code(), text), DpiaFixture.LEAD);
    }
}
