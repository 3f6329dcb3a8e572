package gm.sharing.workflow.gate.expression;

import java.util.Optional;
import java.util.Set;

/** The variables that there are where an expression is evaluated. */
interface Names {

    Optional<Kind> variable(String name);

    /** All of them. */
    Set<String> all();

    /** Whether there is an execution to ask; nothing runs yet where a start event waits. */
    boolean running();

    /** Whether there is a task to ask. */
    boolean task();
}
