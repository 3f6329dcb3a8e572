package gm.sharing.handbook;

import java.util.List;
import java.util.Optional;

/** What the models, forms and tables say that are deployed now. */
public interface HandbookModels {

    /** Every step of every process, and every form that begins one, in the order in which a project comes to them. */
    List<ModelStep> steps();

    /** A step with its form; empty when no process in force has it. */
    Optional<StepGuide> step(String process, String step);

    /** The form with which people begin a process; empty when they begin none of that name. */
    Optional<StepGuide> start(String process);

    /** What happens by itself while a step waits; nothing when no process in force has it. */
    List<Alarm> alarms(String process, String step);

    /** The tables that say how long something takes, that of decisions first, the others in the order of their names. */
    List<DeadlineTable> deadlines();
}
