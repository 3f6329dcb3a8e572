package gm.sharing.steps.signoff;

import gm.sharing.organisation.Person;
import gm.sharing.signoff.ConfidentialUse;
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

/** The Caldicott Guardian decides about the use of confidential information. */
@For("caldicott-${partner}")
@Needs({"partner", "round"})
@Sets(@Variable(name = "caldicottDecision", codes = ConfidentialUse.Choice.class))
@Once
@Component
class AgreeConfidentialUse implements FormHandler<ConfidentialUse> {

    private final PartnerTask partnerTask;
    private final Together together;
    private final Decisions decisions;

    AgreeConfidentialUse(PartnerTask partnerTask, Together together, Decisions decisions) {
        this.partnerTask = partnerTask;
        this.together = together;
        this.decisions = decisions;
    }

    @Override
    public String form() {
        return "agree-confidential-use";
    }

    @Override
    public Set<String> processes() {
        return Set.of("partner-sign-off");
    }

    @Override
    public Class<ConfidentialUse> answers() {
        return ConfidentialUse.class;
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
        var shown = partnerTask.shown(task);
        shown.putAll(together.shown(task));
        return shown;
    }

    @Override
    public Map<String, Object> accept(ConfidentialUse use, FormTask task, Person by) {
        decisions.agreeConfidentialUse(PartnerTask.id(task), use, by);
        return Map.of("caldicottDecision", use.decision().code());
    }
}
