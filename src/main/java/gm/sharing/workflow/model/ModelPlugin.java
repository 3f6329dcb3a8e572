package gm.sharing.workflow.model;

import gm.sharing.workflow.gate.Gate;
import gm.sharing.workflow.gate.ModelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.stereotype.Component;

/** Lets models reach only what they may and refuses those that try otherwise. */
@Component
class ModelPlugin extends AbstractProcessEnginePlugin {

    private final ModelBeans beans;
    private final Gate gate;
    private final PackagedFiles packagedFiles;
    private final DeployedFiles deployments;

    ModelPlugin(ModelBeans beans, Gate gate, PackagedFiles packagedFiles, DeployedFiles deployments) {
        this.beans = beans;
        this.gate = gate;
        this.packagedFiles = packagedFiles;
        this.deployments = deployments;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setBeans(beans.byName());
        configuration.setExpressionManager(new ModelExpressions(beans));
        configuration.setDeploymentHandlerFactory(ModelDeployments::new);
        configuration.setDmnEngineConfiguration(decisions());
        List<Deployer> deployers = new ArrayList<>();
        if (configuration.getCustomPreDeployers() != null) {
            deployers.addAll(configuration.getCustomPreDeployers());
        }
        deployers.add(this::check);
        configuration.setCustomPreDeployers(deployers);
    }

    private static DefaultDmnEngineConfiguration decisions() {
        var decisions = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(() -> new RememberingFeel(new ScalaFeelEngineFactory().createInstance()));
        return decisions;
    }

    /** Deployers also see what was deployed before, when the engine reads it into its cache. */
    private void check(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<ModelFile> files = deployment.getResources().values().stream()
                .map(resource -> new ModelFile(resource.getName(), resource.getBytes()))
                .toList();
        files.forEach(file -> check(file, together(file, files)));
        deployments.record(deployment, Context.getCommandContext().getAuthenticatedUserId());
    }

    private List<ModelFile> together(ModelFile file, List<ModelFile> deployed) {
        List<ModelFile> packaged = deployed.size() == 1 ? packagedFiles.beside(file) : List.of();
        return packaged.isEmpty() ? deployed : packaged;
    }

    private void check(ModelFile file, List<ModelFile> together) {
        List<Problem> problems =
                List.copyOf(gate.violations(file, together, new ModelsInForce(Context.getCommandContext())));
        if (!problems.isEmpty()) {
            throw new ParseException(
                    problems.stream()
                            .map(Problem::getMessage)
                            .collect(Collectors.joining("; ", file.name() + " was not deployed: ", ".")),
                    file.name(),
                    problems,
                    List.of());
        }
    }
}
