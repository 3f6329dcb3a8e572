package gm.sharing.steps.signoff;

import gm.sharing.deadline.WorkingDays;
import gm.sharing.signoff.Deadlines;
import gm.sharing.workflow.instance.PartnersTasks;
import gm.sharing.workflow.step.Instance;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
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
    void set(Instance instance) {
        var timing = deadlines.clockOf(SignOffExecution.id(instance));
        var due = Date.from(timing.due());
        Map<String, Object> variables = new HashMap<>();
        variables.put("clockNext", timing.next().code());
        variables.put("signOffDue", due);
        variables.put("signOffDueDay", texts.day(timing.due()));
        variables.put("reminderAt", workingDays.reminder(Date.from(clock.instant()), due, daysToRemind(instance)));
        timing.boardAt().ifPresent(boardAt -> variables.put("boardAt", Date.from(boardAt)));
        instance.setForAll(variables);
        partnersTasks.moveDueDate(instance, due);
    }

    private static int daysToRemind(Instance instance) {
        return instance.number("signOffDays") - instance.number("reminderDays");
    }

    /** Working days between the due date and the Board's turn, by the table of deadlines. */
    static int daysUntilTheBoard(Instance instance) {
        return instance.number("boardDays") - instance.number("signOffDays");
    }
}
