package gm.sharing.steps.consultation;

import gm.sharing.Dates;
import gm.sharing.consultation.PriorConsultation;
import gm.sharing.consultation.PriorConsultations;
import gm.sharing.project.ProjectReference;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.step.Instance;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The times of a prior consultation for the timers of its model. They are counted in calendar days: what is due on a day
 * can come until that day ends, so a timer for what did not come fires on the next morning.
 */
@ModelBean("consultationClock")
public class ConsultationClock {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

    private final Function<ProjectReference, PriorConsultation> consultations;

    @Autowired
    ConsultationClock(PriorConsultations consultations) {
        this(consultations::get);
    }

    /** By whatever knows the last consultation of a project. */
    ConsultationClock(Function<ProjectReference, PriorConsultation> consultations) {
        this.consultations = consultations;
    }

    /** The day by which the Commissioner says whether the request is accepted. */
    public Date acceptanceDue(Instance execution) {
        return at(known(consultation(execution).acceptanceDue()), END_OF_DAY);
    }

    /** When the Commissioner has not said in time whether the request is accepted. */
    public Date acceptanceOver(Instance execution) {
        return after(known(consultation(execution).acceptanceDue()));
    }

    /** When the Commissioner can no longer say that the advice takes longer. */
    public Date extensionOver(Instance execution) {
        return after(known(consultation(execution).extensionDue()));
    }

    /** Whether the Commissioner takes longer. */
    public boolean extended(Instance execution) {
        return consultation(execution).extension().isPresent();
    }

    /** The day by which the Commissioner advises. */
    public Date adviceDue(Instance execution) {
        return at(known(consultation(execution).adviceDue()), END_OF_DAY);
    }

    /** When to tell that the advice is due soon: the variable {@code adviceReminder} before it is. */
    @Needs("adviceReminder")
    public Date adviceReminder(Instance execution) {
        return at(
                known(consultation(execution).adviceDue()).minus(Period.parse(period(execution, "adviceReminder"))),
                MORNING);
    }

    /** When the Commissioner has not advised in time. */
    public Date adviceOver(Instance execution) {
        return after(known(consultation(execution).adviceDue()));
    }

    static String period(Instance execution, String variable) {
        var period = execution.variable(variable);
        if (period == null) {
            throw new IllegalStateException("The table consultation-periods gave no " + variable);
        }
        return period.toString();
    }

    private PriorConsultation consultation(Instance execution) {
        return consultations.apply(execution.reference());
    }

    private static LocalDate known(Optional<LocalDate> day) {
        return day.orElseThrow(() -> new IllegalStateException("No request is with the Commissioner"));
    }

    private static Date after(LocalDate day) {
        return at(day.plusDays(1), MORNING);
    }

    private static Date at(LocalDate day, LocalTime time) {
        return Date.from(day.atTime(time).atZone(Dates.LONDON).toInstant());
    }
}
