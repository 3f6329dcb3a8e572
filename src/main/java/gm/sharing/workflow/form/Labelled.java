package gm.sharing.workflow.form;

import gm.sharing.Refused;
import gm.sharing.Refused.Complaint;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What is wrong with an answer, as the person reads it who saw that version of the form.
 *
 * @param sentence the rule behind the label of the field
 */
record Labelled(Complaint complaint, String sentence) {

    /** @throws Refused with every complaint, when there is one */
    static void refuse(Collection<Labelled> complaints) {
        if (!complaints.isEmpty()) {
            throw refusal(complaints);
        }
    }

    static Refused refusal(Collection<Labelled> complaints) {
        return new Refused(
                complaints.stream().map(Labelled::sentence).collect(Collectors.joining(" ")),
                complaints.stream().map(Labelled::complaint).toList());
    }
}
