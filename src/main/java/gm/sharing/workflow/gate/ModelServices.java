package gm.sharing.workflow.gate;

import java.util.Set;

/** The services that models may name in expressions and delegates. */
public interface ModelServices {

    /** Their names, in alphabetical order. */
    Set<String> names();

    /**
     * The class whose public methods a model may call.
     *
     * @param name one of {@link #names()}
     */
    Class<?> type(String name);

    /**
     * The ids of the processes that may use it; empty when any may.
     *
     * @param name one of {@link #names()}
     */
    Set<String> processes(String name);
}
