package gm.sharing.workflow;

import gm.sharing.fault.Faults;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has everything that is stored looked at once a start, by each inspection on its own. */
@Component
public class Inspections {

    private static final Logger LOG = LoggerFactory.getLogger(Inspections.class);

    private final ObjectProvider<Inspection> inspections;
    private final Faults faults;

    Inspections(ObjectProvider<Inspection> inspections, Faults faults) {
        this.inspections = inspections;
        this.faults = faults;
    }

    /** What they find is told to those whom it concerns; one that fails keeps none of the others from looking. */
    public void inspect() {
        inspections.orderedStream().forEach(inspection -> {
            try {
                faults.areNow(inspection.kinds(), List.copyOf(inspection.findings()));
            } catch (RuntimeException | StackOverflowError e) {
                LOG.warn(
                        "{} could not look at what is stored",
                        inspection.getClass().getSimpleName(),
                        e);
            }
        });
    }
}
