package gm.sharing.workflow.form;

import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import org.springframework.stereotype.Component;

/** Says what is wrong with answers in the words of the form in which they were given, as it is deployed now. */
@Component
public class FormLabels {

    private final DeployedForms forms;

    FormLabels(DeployedForms forms) {
        this.forms = forms;
    }

    /** The refusal with the labels of that form. To be called inside a command of the engine. */
    public Refused labelled(String form, Refused refused) {
        return refused.field().isEmpty()
                ? refused
                : new Refused(refused.message(forms.latest(form).definition()::label), refused.complaints());
    }

    /** The rule behind the label of its field in that form. To be called inside a command of the engine. */
    public String sentence(String form, Complaint complaint) {
        return String.valueOf(labelled(form, complaint.refusal()).getMessage());
    }
}
