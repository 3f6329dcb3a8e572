package gm.sharing.workflow.handbook;

import gm.sharing.handbook.Doer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as its model has it.
 *
 * @param id null for the form that begins the process
 * @param due as the model writes it; null when it does not say
 * @param form null without one
 * @param sharesDrafts whether its office goes on with what one of it has typed
 */
record ReadStep(
        @Nullable String id,
        String name,
        String documentation,
        int stage,
        List<Doer> doers,
        @Nullable String due,
        @Nullable String form,
        boolean sharesDrafts,
        List<ReadAlarm> alarms) {

    /** Where the process leads on from here. */
    String port() {
        return id == null ? ReadModel.BEGIN : id;
    }

    /**
     * Something that goes off beside a step.
     *
     * @param when as the model writes it
     * @param words what happens then, as the model says it to people; null when it does not
     */
    record ReadAlarm(String name, String when, boolean ends, @Nullable String words, Aftermath then) {}
}
