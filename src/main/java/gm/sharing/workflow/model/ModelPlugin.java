package gm.sharing.workflow.model;

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
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.stereotype.Component;

/** Lets models reach only what they may and refuses those that try otherwise. */
@Component
class ModelPlugin extends AbstractProcessEnginePlugin {

    private final ModelBeans beans;
    private final ModelRules rules;

    ModelPlugin(ModelBeans beans) {
        this.beans = beans;
        this.rules = new ModelRules(name -> beans.names().contains(name));
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
        if (deployment.isNew()) {
            deployment.getResources().values().forEach(this::check);
        }
    }

    private void check(ResourceEntity resource) {
        List<Problem> problems = List.copyOf(rules.violations(new ModelFile(resource.getName(), resource.getBytes())));
        if (!problems.isEmpty()) {
            throw new ParseException(
                    problems.stream()
                            .map(Problem::getMessage)
                            .collect(Collectors.joining("; ", resource.getName() + " was not deployed: ", ".")),
                    resource.getName(),
                    problems,
                    List.of());
        }
    }
}
