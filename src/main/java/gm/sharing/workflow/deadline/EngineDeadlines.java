package gm.sharing.workflow.deadline;

import gm.sharing.Dates;
import gm.sharing.deadline.RunningDeadlines;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes down which deadlines in the engine end on a new bank holiday or later. */
@Component
class EngineDeadlines implements RunningDeadlines {

    private final DeadlinesToMove waiting;
    private final DueInModels models;
    private final List<DeadlinesOnRecord> onRecord;

    EngineDeadlines(DeadlinesToMove waiting, DueInModels models, List<DeadlinesOnRecord> onRecord) {
        this.waiting = waiting;
        this.models = models;
        this.onRecord = onRecord;
    }

    @Override
    public void writeDown(LocalDate bankHoliday) {
        Set<String> variables = new HashSet<>(models.countedVariables(waiting.runningDefinitions()));
        onRecord.forEach(kept -> variables.addAll(kept.variables()));
        waiting.writeDown(bankHoliday, bankHoliday.atStartOfDay(Dates.LONDON).toInstant(), variables);
    }

    @Override
    public boolean areWaiting(LocalDate bankHoliday) {
        return waiting.hasAny(bankHoliday);
    }
}
