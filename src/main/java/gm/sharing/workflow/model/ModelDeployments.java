package gm.sharing.workflow.model;

import gm.sharing.workflow.gate.ModelFile;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.repository.Resource;

/**
 * Decides whether a deployed file is new. For the engine it is not when the same file was deployed under the same name
 * before; here it is new all the same when something else took its place since, so that deploying a model again always
 * brings it back.
 */
final class ModelDeployments extends DefaultDeploymentHandler {

    ModelDeployments(ProcessEngine engine) {
        super(engine);
    }

    @Override
    public boolean shouldDeployResource(Resource offered, Resource deployed) {
        if (super.shouldDeployResource(offered, deployed)) {
            return true;
        }
        ModelFile file = new ModelFile(offered.getName(), offered.getBytes());
        try {
            return LatestModels.of(file, Context.getCommandContext()).stream()
                    .anyMatch(latest -> !latest.isSameAs(file));
        } catch (IllegalArgumentException e) {
            return true; // so that the gate says what is wrong with it
        }
    }
}
