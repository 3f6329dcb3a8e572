package gm.sharing.handbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens by itself while a step waits.
 *
 * @param name as the model names the timer
 * @param when it goes off
 * @param sinceDue the same, counted from the day on which the step is due
 * @param ends whether the step is over then
 * @param words what happens then, as the model says it to whoever is late; null when it does not
 * @param leadsTo what is done then, all of it
 * @param oneOf what is done afterwards in one case or another; empty when it is always the same
 */
public record Alarm(
        String name,
        Term when,
        Term sinceDue,
        boolean ends,
        @Nullable String words,
        List<Done> leadsTo,
        List<List<Done>> oneOf) {

    public Alarm {
        leadsTo = List.copyOf(leadsTo);
        oneOf = List.copyOf(oneOf);
    }

    /**
     * Something that is done then.
     *
     * @param name as the model names it
     * @param doers the people who do it; none when the process does it by itself
     */
    public record Done(String name, List<Doer> doers) {

        public Done {
            doers = List.copyOf(doers);
        }
    }
}
