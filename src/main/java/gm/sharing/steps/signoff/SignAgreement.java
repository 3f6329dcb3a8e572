package gm.sharing.steps.signoff;

import gm.sharing.organisation.Person;
import gm.sharing.signoff.Decision;
import gm.sharing.signoff.Decisions;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.Signature;
import gm.sharing.signoff.StatedCondition;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.form.OwnerOptions;
import gm.sharing.workflow.gate.expression.For;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Once;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The signatory decides for the partner, or an officer under a standing mandate; the conditions that its reviewers advise are filled in, or those that a mandate keeps. */
@For({"signatory-${partner}", "${standingMandates.officers(execution)}"})
@Needs({"partner", "round"})
@Sets({
    @Variable(name = "signature", codes = Decision.class),
    @Variable(name = MandateRule.MANDATED, type = Boolean.class)
})
@Once
@Component
class SignAgreement implements FormHandler<Signature> {

    private final PartnerTask partnerTask;
    private final Together together;
    private final OwnerOptions owners;
    private final SignOffs signOffs;
    private final Decisions decisions;
    private final DelegationText delegation;
    private final MandateRule mandates;

    SignAgreement(
            PartnerTask partnerTask,
            Together together,
            OwnerOptions owners,
            SignOffs signOffs,
            Decisions decisions,
            DelegationText delegation,
            MandateRule mandates) {
        this.mandates = mandates;
        this.delegation = delegation;
        this.partnerTask = partnerTask;
        this.together = together;
        this.owners = owners;
        this.signOffs = signOffs;
        this.decisions = decisions;
    }

    @Override
    public String form() {
        return "sign-agreement";
    }

    @Override
    public Set<String> processes() {
        return Set.of("partner-sign-off");
    }

    @Override
    public Class<Signature> answers() {
        return Signature.class;
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
        var conditions = signOffs.get(PartnerTask.id(task)).said().reviews().conditions();
        Optional<MandateRule.Covered> covered = mandates.of(PartnerTask.id(task));
        if (conditions.isEmpty()) {
            conditions = covered.map(under -> under.base().conditions()).orElse(List.of());
        }
        if (!conditions.isEmpty()) {
            shown.put("conditions", rows(conditions));
        }
        delegation.of(task.partner()).ifPresent(words -> shown.put("delegation", words));
        mandates.shown(task, covered).ifPresent(words -> shown.put("mandate", words));
        shown.put("ownerOptions", owners.forPartner(task.partner(), task.reference()));
        return shown;
    }

    /** As the forms have them. */
    static List<Map<String, Object>> rows(List<StatedCondition> conditions) {
        return conditions.stream().map(SignAgreement::row).toList();
    }

    /** What was never said stays empty in the form. */
    private static Map<String, Object> row(StatedCondition condition) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("text", condition.text());
        Optional.ofNullable(condition.owner()).ifPresent(owner -> row.put("owner", owner));
        Optional.ofNullable(condition.due()).ifPresent(due -> row.put("due", due.toString()));
        return row;
    }

    @Override
    public Map<String, Object> accept(Signature signature, FormTask task, Person by) {
        boolean mandated = mandates.concerns(PartnerTask.id(task), by);
        if (mandated) {
            mandates.sign(PartnerTask.id(task), signature, by);
        } else {
            decisions.sign(PartnerTask.id(task), signature, by);
        }
        return Map.of("signature", signature.decision().code(), MandateRule.MANDATED, mandated);
    }
}
