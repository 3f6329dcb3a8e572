package gm.sharing.handbook;

import java.util.List;

/**
 * What happens by itself while a step waits.
 *
 * @param name as the model names the timer
 * @param when it goes off
 * @param ends whether the step is over then
 * @param leadsTo what is done then, all of it
 * @param oneOf what is done afterwards in one case or another; empty when it is always the same
 */
public record Alarm(String name, Term when, boolean ends, List<Done> leadsTo, List<List<Done>> oneOf) {

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
