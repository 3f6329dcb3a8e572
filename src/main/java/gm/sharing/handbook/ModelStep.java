package gm.sharing.handbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person does in a process.
 *
 * @param processName as the model names the process
 * @param id of the user task; null when it is the form that begins the process
 * @param name as the model names it
 * @param stage the framework's stage, 1 to 7; 0 when the model does not say
 * @param doers who may do it, each of them
 * @param due null when the model gives it no date
 * @param form in which it is answered; null without one
 */
public record ModelStep(
        String process,
        String processName,
        @Nullable String id,
        String name,
        int stage,
        List<Doer> doers,
        @Nullable Term due,
        @Nullable FormInShort form) {

    public ModelStep {
        doers = List.copyOf(doers);
    }
}
