package gm.sharing.workflow.partnersignoff;

import gm.sharing.organisation.Person;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.Signature;
import gm.sharing.signoff.Step;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The signatory decides for the partner; the conditions that the IG officer advises are filled in. */
@Component
class SignAgreement implements FormHandler<Signature> {

    private final PartnerTask partnerTask;
    private final SignOffs signOffs;

    SignAgreement(PartnerTask partnerTask, SignOffs signOffs) {
        this.partnerTask = partnerTask;
        this.signOffs = signOffs;
    }

    @Override
    public String form() {
        return "sign-agreement";
    }

    @Override
    public Class<Signature> answers() {
        return Signature.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        var shown = partnerTask.shown(task);
        signOffs.get(PartnerTask.id(task)).statement(Step.REVIEW).ifPresent(review -> {
            if (review.conditions() != null) {
                shown.put("conditions", review.conditions());
            }
        });
        return shown;
    }

    @Override
    public Map<String, Object> accept(Signature signature, FormTask task, Person by) {
        signOffs.sign(PartnerTask.id(task), signature, by);
        return Map.of("signature", signature.decision().code());
    }
}
