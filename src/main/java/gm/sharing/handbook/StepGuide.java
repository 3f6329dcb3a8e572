package gm.sharing.handbook;

import java.util.List;

/**
 * All that is known of one step.
 *
 * @param documentation in Markdown, as the model has it; empty when it has none
 * @param before the steps that lead here
 * @param after the steps to which this one leads
 * @param sharesDrafts whether an office goes on with what one of it has typed into the form
 * @param mayEnd whether the process may be over afterwards
 * @param form its texts and questions, in their order
 */
public record StepGuide(
        ModelStep step,
        String documentation,
        List<StepLink> before,
        List<StepLink> after,
        boolean sharesDrafts,
        boolean mayEnd,
        List<Alarm> alarms,
        List<FormPart> form) {

    public StepGuide {
        before = List.copyOf(before);
        after = List.copyOf(after);
        alarms = List.copyOf(alarms);
        form = List.copyOf(form);
    }
}
