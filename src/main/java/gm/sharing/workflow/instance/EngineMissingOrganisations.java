package gm.sharing.workflow.instance;

import gm.sharing.directory.AskAdministrators;
import gm.sharing.directory.MissingOrganisation;
import gm.sharing.project.Headline;
import gm.sharing.project.Projects;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.gate.expression.Whom;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets the administrators answer each lead who asks for an organisation. Nobody needs a permission for it: the record decides. */
@Sets({
    @Variable(name = "missing", type = Long.class, with = "missing-organisation"),
    @Variable(name = "missingName", with = "missing-organisation"),
    @Variable(name = "brief", with = "missing-organisation"),
    @Variable(name = "lead", whom = Whom.ACCOUNT, with = "missing-organisation"),
    @Variable(name = "leadOrganisation", whom = Whom.ORGANISATION, with = "missing-organisation")
})
@Component
class EngineMissingOrganisations implements AskAdministrators {

    private static final String MODEL = "missing-organisation";

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final ObjectProvider<Projects> projects;

    EngineMissingOrganisations(
            RuntimeService runtime, ProcessEngineConfigurationImpl engine, ObjectProvider<Projects> projects) {
        this.runtime = runtime;
        this.engine = engine;
        this.projects = projects;
    }

    @Override
    public void begin(MissingOrganisation missing) {
        Headline project = projects.getObject().headline(missing.project());
        // Words in braces would stand for something else in the notices of the model.
        String name = missing.name().replace('{', '(').replace('}', ')');
        var variables = Variables.putValue("missing", missing.id())
                .putValue("missingName", name)
                .putValue("brief", name)
                .putValue("lead", project.lead())
                .putValue("leadOrganisation", project.leadOrganisation().value());
        engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> runtime.createProcessInstanceByKey(MODEL)
                        .processDefinitionWithoutTenantId()
                        .businessKey(missing.project().value())
                        .setVariables(variables)
                        .execute()));
    }
}
