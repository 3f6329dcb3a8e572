package gm.sharing.workflow.model;

import gm.sharing.audit.SecurityTrail;
import gm.sharing.workflow.gate.Gate;
import gm.sharing.workflow.gate.TableReader;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets models reach only what they may and refuses those that try otherwise. */
@Component
class ModelPlugin extends AbstractProcessEnginePlugin {

    private final ModelBeans beans;
    private final Gate gate;
    private final PackagedFiles packagedFiles;
    private final DeployedFiles deployments;
    private final KeptContracts contracts;
    private final ObjectProvider<SecurityTrail> trail;

    ModelPlugin(
            ModelBeans beans,
            Gate gate,
            PackagedFiles packagedFiles,
            DeployedFiles deployments,
            KeptContracts contracts,
            ObjectProvider<SecurityTrail> trail) {
        this.beans = beans;
        this.gate = gate;
        this.packagedFiles = packagedFiles;
        this.deployments = deployments;
        this.contracts = contracts;
        this.trail = trail;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        TableReader.install();
        configuration.setBeans(beans.byName());
        configuration.setExpressionManager(new ModelExpressions(beans));
        configuration.setDeploymentHandlerFactory(ModelDeployments::new);
        configuration.setDmnEngineConfiguration(decisions());
        List<Deployer> deployers = new ArrayList<>();
        if (configuration.getCustomPreDeployers() != null) {
            deployers.addAll(configuration.getCustomPreDeployers());
        }
        deployers.add(new GatedDeployments(gate, packagedFiles, deployments, trail));
        configuration.setCustomPreDeployers(deployers);
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        listeners.add(new BuiltModels());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private DefaultDmnEngineConfiguration decisions() {
        var decisions = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(() -> new RememberingFeel(new ScalaFeelEngineFactory().createInstance()));
        // The engine adds its own to the list.
        decisions.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(contracts)));
        return decisions;
    }
}
