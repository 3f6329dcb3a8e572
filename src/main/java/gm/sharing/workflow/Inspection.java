package gm.sharing.workflow;

import gm.sharing.fault.Fault;
import gm.sharing.fault.FaultKind;
import java.util.List;
import java.util.Set;

/** Looks at what is stored, in the background after a start, and says what is wrong with it. */
public interface Inspection {

    /** The kinds of faults that it finds all of. */
    Set<FaultKind> kinds();

    /** Everything of these kinds that is wrong now. */
    List<Fault> findings();
}
