package gm.sharing.workflow.gate;

import java.util.Set;

/** What the variables of a process can be. */
public interface KnownValues {

    /**
     * All texts that a variable can be.
     *
     * @return empty when that is not known
     */
    Set<String> of(ModelFile file, Surroundings surroundings, String process, String variable);

    /** The variables that a service sets as a delegate, which a model names by an expression. */
    Set<String> setBy(String delegateExpression);
}
