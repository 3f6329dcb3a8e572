package gm.sharing.handbook;

import java.util.List;

/**
 * What happens by itself while a step waits.
 *
 * @param name as the model names the timer
 * @param when it goes off
 * @param ends whether the step is over then
 * @param leadsTo the names of what is done then, all of it
 * @param oneOf the names of what is done afterwards in one case or another; empty when it is always the same
 */
public record Alarm(String name, Term when, boolean ends, List<String> leadsTo, List<String> oneOf) {

    public Alarm {
        leadsTo = List.copyOf(leadsTo);
        oneOf = List.copyOf(oneOf);
    }
}
