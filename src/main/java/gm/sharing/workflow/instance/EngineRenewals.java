package gm.sharing.workflow.instance;

import gm.sharing.Dates;
import gm.sharing.deadline.WorkingDays;
import gm.sharing.onboarding.Renewal;
import gm.sharing.onboarding.RenewalProcess;
import gm.sharing.organisation.Directory;
import gm.sharing.workflow.gate.ProgramMessage;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.gate.expression.Whom;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Asks for each renewal with an instance of its own, of which the organisation's code is the business key. Nobody needs a
 * permission for it: the record decides.
 */
@Sets({
    @Variable(name = "renewal", type = Long.class, with = "renew-fact"),
    @Variable(name = "organisation", whom = Whom.ORGANISATION, with = "renew-fact"),
    @Variable(name = "organisationName", with = "renew-fact"),
    @Variable(name = "fact", with = "renew-fact"),
    @Variable(name = "lastDay", type = Date.class, with = "renew-fact"),
    @Variable(name = "due", type = Date.class, with = "renew-fact")
})
@Component
class EngineRenewals implements RenewalProcess {

    private static final String MODEL = "renew-fact";

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final Directory directory;
    private final WorkingDays workingDays;
    private final Clock clock;

    EngineRenewals(
            RuntimeService runtime,
            ProcessEngineConfigurationImpl engine,
            Directory directory,
            WorkingDays workingDays,
            Clock clock) {
        this.runtime = runtime;
        this.engine = engine;
        this.directory = directory;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void begin(Renewal renewal, int dueDays) {
        Date endOfLastDay = Date.from(
                renewal.lastDay().plusDays(1).atStartOfDay(Dates.LONDON).toInstant());
        var variables = Variables.putValue("renewal", renewal.id())
                .putValue("organisation", renewal.organisation().value())
                .putValue("organisationName", directory.nameOf(renewal.organisation()))
                .putValue("fact", renewal.name())
                .putValue("lastDay", endOfLastDay)
                .putValue("due", workingDays.from(Date.from(clock.instant()), dueDays));
        withoutPermissions(() -> runtime.createProcessInstanceByKey(MODEL)
                .processDefinitionWithoutTenantId()
                .businessKey(renewal.organisation().value())
                .setVariables(variables)
                .execute());
    }

    @Override
    public void end(Renewal renewal) {
        withoutPermissions(() -> runtime.createMessageCorrelation(ProgramMessage.FACT_SETTLED.text())
                .processInstanceBusinessKey(renewal.organisation().value())
                .processInstanceVariableEquals("renewal", renewal.id())
                .correlateAllWithResult());
    }

    private void withoutPermissions(Runnable work) {
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    work.run();
                    return null;
                }));
    }
}
