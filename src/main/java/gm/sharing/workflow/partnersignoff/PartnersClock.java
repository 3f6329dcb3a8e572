package gm.sharing.workflow.partnersignoff;

import gm.sharing.deadline.WorkingDays;
import gm.sharing.signoff.Deadlines;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Sets the clock of a partner's sign-off by the record: the dates of its timers, and of its people's open tasks. */
@Component
class PartnersClock {

    private final Deadlines deadlines;
    private final PartnersTasks partnersTasks;
    private final SignOffTexts texts;
    private final WorkingDays workingDays;
    private final Clock clock;

    PartnersClock(
            Deadlines deadlines,
            PartnersTasks partnersTasks,
            SignOffTexts texts,
            WorkingDays workingDays,
            Clock clock) {
        this.deadlines = deadlines;
        this.partnersTasks = partnersTasks;
        this.texts = texts;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The reminder comes as long before the due date as by the table of deadlines, or half-way when less is left. */
    void set(DelegateExecution execution) {
        var due = deadlines.due(SignOffExecution.id(execution));
        var dueDate = Date.from(due);
        execution
                .getProcessInstance()
                .setVariables(Map.of(
                        "signOffDue",
                        dueDate,
                        "signOffDueDay",
                        texts.day(due),
                        "reminderAt",
                        workingDays.reminder(
                                Date.from(clock.instant()),
                                dueDate,
                                days(execution, "signOffDays") - days(execution, "reminderDays"))));
        partnersTasks.moveDueDate(execution.getProcessInstanceId(), dueDate);
    }

    /** Working days between the due date and the Board's turn, by the table of deadlines. */
    static int daysUntilTheBoard(DelegateExecution execution) {
        return days(execution, "boardDays") - days(execution, "signOffDays");
    }

    private static int days(DelegateExecution execution, String variable) {
        return ((Number) execution.getVariable(variable)).intValue();
    }
}
