package gm.sharing.workflow.gate.expression;

import gm.sharing.workflow.gate.Violation;
import java.util.List;

/** Something that every process has to keep to, looked at in what is known of all processes and tables. */
interface ProcessCheck {

    /** What breaks it in the file that is checked, in the order of the file. */
    List<Violation> violations(KnownModels models);
}
