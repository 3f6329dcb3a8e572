package gm.sharing.steps.signoff;

import gm.sharing.organisation.Person;
import gm.sharing.signoff.Countersignature;
import gm.sharing.signoff.Decisions;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.gate.expression.For;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Once;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A second signatory decides for the partner; what the first one said, with the conditions, is among the advice. */
@For("signatory-${partner}")
@Needs({"partner", "round"})
@Sets(@Variable(name = "secondSignature", codes = Countersignature.Choice.class))
@Once
@Component
class CountersignAgreement implements FormHandler<Countersignature> {

    private final PartnerTask partnerTask;
    private final Together together;
    private final Decisions decisions;

    CountersignAgreement(PartnerTask partnerTask, Together together, Decisions decisions) {
        this.partnerTask = partnerTask;
        this.together = together;
        this.decisions = decisions;
    }

    @Override
    public String form() {
        return "countersign-agreement";
    }

    @Override
    public Set<String> processes() {
        return Set.of("partner-sign-off");
    }

    @Override
    public Class<Countersignature> answers() {
        return Countersignature.class;
    }

    @Override
    public boolean forSeveral() {
        return true;
    }

    @Override
    public Map<String, String> alike(FormTask task) {
        return together.tasks(task);
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        var shown = partnerTask.shownToSignatory(task);
        shown.putAll(together.shown(task));
        return shown;
    }

    @Override
    public Map<String, Object> accept(Countersignature countersignature, FormTask task, Person by) {
        decisions.countersign(PartnerTask.id(task), countersignature, by);
        return Map.of("secondSignature", countersignature.decision().code());
    }
}
