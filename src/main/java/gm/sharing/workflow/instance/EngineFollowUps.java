package gm.sharing.workflow.instance;

import gm.sharing.deadline.WorkingDays;
import gm.sharing.measure.FollowUps;
import gm.sharing.measure.Measure;
import gm.sharing.organisation.Role;
import gm.sharing.project.Arrangements;
import gm.sharing.project.Owners;
import gm.sharing.project.Projects;
import gm.sharing.project.SharingProject;
import gm.sharing.wording.Words;
import gm.sharing.workflow.gate.ProgramMessage;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.gate.expression.Whom;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Follows up each open measure with an instance of its own. Nobody needs a permission for it: the record decides. */
@Sets({
    @Variable(name = "measure", type = Long.class, with = "measure-follow-up"),
    @Variable(name = "origin", with = "measure-follow-up"),
    @Variable(name = "owner", whom = Whom.GROUP, with = "measure-follow-up"),
    @Variable(name = "reliedOnBy", whom = Whom.GROUP, with = "measure-follow-up"),
    @Variable(name = "brief", with = "measure-follow-up"),
    @Variable(name = "beforeStart", type = Boolean.class, with = "measure-follow-up"),
    @Variable(name = "lead", whom = Whom.ACCOUNT, with = "measure-follow-up"),
    @Variable(name = "leadOrganisation", whom = Whom.ORGANISATION, with = "measure-follow-up"),
    @Variable(name = "due", type = Date.class, with = "measure-follow-up")
})
@Component
class EngineFollowUps implements FollowUps {

    private static final Words WORDS = Words.in("measure/follow-up");

    private static final String MODEL = "measure-follow-up";
    private static final int SHOWN = 120; // letters

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final Projects projects;
    private final WorkingDays workingDays;

    EngineFollowUps(
            RuntimeService runtime, ProcessEngineConfigurationImpl engine, Projects projects, WorkingDays workingDays) {
        this.runtime = runtime;
        this.engine = engine;
        this.projects = projects;
        this.workingDays = workingDays;
    }

    @Override
    public void begin(Measure measure) {
        var project = projects.get(measure.project());
        LocalDate due = measure.due().orElseThrow();
        boolean beforeStart = project.arrangements()
                .map(Arrangements::startDate)
                .filter(measure::isBeforeStart)
                .isPresent();
        var variables = Variables.putValue("measure", measure.id())
                .putValue("origin", measure.origin().words())
                .putValue("brief", brief(measure, beforeStart))
                .putValue("beforeStart", beforeStart)
                .putValue("owner", Owners.asked(measure.owner()))
                .putValue("reliedOnBy", reliedOnBy(measure, project))
                .putValue("lead", project.lead())
                .putValue("leadOrganisation", project.leadOrganisation().value())
                .putValue("due", workingDays.endOf(due));
        withoutPermissions(() -> runtime.createProcessInstanceByKey(MODEL)
                .processDefinitionWithoutTenantId()
                .businessKey(measure.project().value())
                .setVariables(variables)
                .execute());
    }

    @Override
    public boolean isAsked(Measure measure) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(MODEL)
                        .processInstanceBusinessKey(measure.project().value())
                        .variableValueEquals("measure", measure.id())
                        .count()
                > 0;
    }

    @Override
    public void end(Measure measure) {
        withoutPermissions(() -> runtime.createMessageCorrelation(ProgramMessage.MEASURE_DROPPED.text())
                .processInstanceBusinessKey(measure.project().value())
                .processInstanceVariableEquals("measure", measure.id())
                .correlateAllWithResult());
    }

    /** Those who agreed to the sharing because of the measure. */
    private static String reliedOnBy(Measure measure, SharingProject project) {
        var partner = measure.origin().partner();
        return partner == null ? Role.DPO.groupOf(project.leadOrganisation()) : Role.IG_OFFICER.groupOf(partner);
    }

    /** For the list of tasks, where several measures of one project stand side by side. */
    private static String brief(Measure measure, boolean beforeStart) {
        String what = measure.what().replaceAll("\\s+", " ");
        if (what.length() > SHOWN) {
            what = what.substring(0, what.offsetByCodePoints(0, what.codePointCount(0, SHOWN) - 1)) + "…";
        }
        return WORDS.text(
                beforeStart ? "brief-before-start" : "brief",
                Map.of("origin", StringUtils.capitalize(measure.origin().words()), "what", what));
    }

    private void withoutPermissions(Runnable work) {
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    work.run();
                    return null;
                }));
    }
}
