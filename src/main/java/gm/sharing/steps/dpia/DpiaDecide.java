package gm.sharing.steps.dpia;

import gm.sharing.dpia.Dpia;
import gm.sharing.dpia.DpiaDecision;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.Verdict;
import gm.sharing.organisation.Person;
import gm.sharing.project.Projects;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The signatory of the lead organisation reads the assessment and the advice and decides. */
@Needs({"gate", "gateReason"})
@Sets({
    @Variable(
            name = "dpiaOutcome",
            values = {"approved", "rejected"}),
    @Variable(name = "dpiaCurrent", type = Boolean.class)
})
@Component
class DpiaDecide implements FormHandler<DpiaDecision> {

    private final Dpias dpias;
    private final Projects projects;
    private final ReviewText review;
    private final EthicsText ethics;
    private final AssessmentText assessment;

    DpiaDecide(Dpias dpias, Projects projects, ReviewText review, EthicsText ethics, AssessmentText assessment) {
        this.assessment = assessment;
        this.dpias = dpias;
        this.projects = projects;
        this.review = review;
        this.ethics = ethics;
    }

    @Override
    public String form() {
        return "dpia-decide";
    }

    @Override
    public Set<String> processes() {
        return Set.of("dpia");
    }

    @Override
    public Class<DpiaDecision> answers() {
        return DpiaDecision.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        Dpia dpia = dpias.get(task.reference());
        Map<String, Object> values = new HashMap<>(assessment.of(dpia));
        values.put("adviceText", review.advice(dpia));
        ethics.advice(task.reference()).ifPresent(advice -> values.put("ethicsAdvice", advice));
        if ("warn".equals(task.text("gate"))) {
            values.put("warning", task.text("gateReason"));
        }
        return values;
    }

    @Override
    public Map<String, Object> accept(DpiaDecision answers, FormTask task, Person by) {
        dpias.decide(task.reference(), answers, by);
        boolean approved = answers.decision() == Verdict.APPROVE;
        if (!approved) {
            projects.sentBackToLead(task.reference());
        }
        return Map.of("dpiaOutcome", approved ? "approved" : "rejected", "dpiaCurrent", approved);
    }
}
