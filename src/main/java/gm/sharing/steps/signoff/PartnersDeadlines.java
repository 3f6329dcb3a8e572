package gm.sharing.steps.signoff;

import gm.sharing.deadline.Postponement;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.Deadlines;
import gm.sharing.signoff.SignOffId;
import gm.sharing.workflow.deadline.DeadlinesOnRecord;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Moves a partner's time on the record when a bank holiday is proclaimed; the variables of its process follow. */
@Component
class PartnersDeadlines implements DeadlinesOnRecord {

    private static final String DUE = "signOffDue";
    private static final String REMINDER = "reminderAt";
    private static final String BOARD = "boardAt";

    private final Deadlines deadlines;
    private final SignOffTexts texts;
    private final WorkingDays workingDays;
    private final Clock clock;

    PartnersDeadlines(Deadlines deadlines, SignOffTexts texts, WorkingDays workingDays, Clock clock) {
        this.deadlines = deadlines;
        this.texts = texts;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public String model() {
        return "partner-sign-off";
    }

    @Override
    public Set<String> variables() {
        return Set.of(DUE, REMINDER, BOARD);
    }

    /** A due date that the process does not have as it was, was set by a calendar that knew the day. */
    @Override
    public Map<String, Object> move(
            ProjectReference project, Map<String, Object> values, Set<String> unchanged, Postponement postponement) {
        if (!unchanged.contains(DUE)) {
            return Map.of();
        }
        var partner = new OrganisationCode(String.valueOf(values.get("partner")));
        var id = new SignOffId(project, number(values, "round"), partner);
        var timing = deadlines.postpone(id, postponement, unchanged.contains(BOARD));
        var due = Date.from(timing.due());
        Map<String, Object> moved = new HashMap<>();
        moved.put(DUE, due);
        moved.put("signOffDueDay", texts.day(timing.due()));
        if (unchanged.contains(REMINDER)) {
            int days = number(values, "signOffDays") - number(values, "reminderDays");
            moved.put(REMINDER, workingDays.reminder(Date.from(clock.instant()), due, days));
        }
        timing.boardAt().ifPresent(boardAt -> moved.put(BOARD, Date.from(boardAt)));
        return moved;
    }

    private static int number(Map<String, Object> values, String name) {
        return values.get(name) instanceof Number number ? number.intValue() : 0;
    }
}
