package gm.sharing.steps.onboarding;

import gm.sharing.Dates;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.onboarding.Renewal;
import gm.sharing.onboarding.RenewalAnswer;
import gm.sharing.onboarding.RenewalAnswer.Outcome;
import gm.sharing.onboarding.RenewalTable;
import gm.sharing.onboarding.Renewals;
import gm.sharing.organisation.Person;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.FormTask;
import gm.sharing.workflow.gate.expression.Needs;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An organisation's administrators say what became of a fact that expires. */
@Needs("renewal")
@Sets({@Variable(name = "settled", type = Boolean.class), @Variable(name = "due", type = Date.class)})
@Component
class RenewFact implements FormHandler<RenewalAnswer> {

    private final Renewals renewals;
    private final RenewalTable table;
    private final WorkingDays workingDays;
    private final Clock clock;

    RenewFact(Renewals renewals, RenewalTable table, WorkingDays workingDays, Clock clock) {
        this.renewals = renewals;
        this.table = table;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "renew-fact";
    }

    @Override
    public Set<String> processes() {
        return Set.of("renew-fact");
    }

    @Override
    public Class<RenewalAnswer> answers() {
        return RenewalAnswer.class;
    }

    @Override
    public Map<String, Object> load(FormTask task) {
        Renewal renewal = renewal(task);
        return Map.of("fact", renewal.name(), "lastDay", Dates.weekday(renewal.lastDay()));
    }

    @Override
    public Map<String, Object> accept(RenewalAnswer answers, FormTask task, Person by) {
        Renewal renewal = renewal(task);
        if (renewals.answer(renewal.id(), answers, by) == Outcome.NOT_YET) {
            return Map.of(
                    "settled",
                    false,
                    "due",
                    workingDays.from(
                            Date.from(clock.instant()), table.of(renewal.kind()).dueDays()));
        }
        return Map.of("settled", true);
    }

    private Renewal renewal(FormTask task) {
        return renewals.get(Long.parseLong(task.text("renewal")));
    }
}
