package gm.sharing.workflow.model;

import gm.sharing.fault.Fault;
import gm.sharing.fault.FaultKind;
import gm.sharing.workflow.Inspection;
import gm.sharing.workflow.gate.Gate;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Violation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/**
 * Holds everything in force to the rules of today: what was deployed under other rules, or past them, is told. Also what
 * belongs to a tenant, whose file is gone, and which packaged versions are not in force.
 */
@Component
class ModelInspection implements Inspection {

    private static final int SHOWN = 5;

    private final Gate gate;
    private final ProcessEngineConfigurationImpl engine;
    private final SkippedModels skipped;
    private final DeployedModels deployed;
    private final Clock clock;

    ModelInspection(
            Gate gate,
            ProcessEngineConfigurationImpl engine,
            SkippedModels skipped,
            DeployedModels deployed,
            Clock clock) {
        this.gate = gate;
        this.engine = engine;
        this.skipped = skipped;
        this.deployed = deployed;
        this.clock = clock;
    }

    @Override
    public Set<FaultKind> kinds() {
        return Set.of(FaultKind.MODEL, FaultKind.SKIPPED);
    }

    @Override
    public List<Fault> findings() {
        List<Fault> faults = new ArrayList<>();
        skipped.all().forEach(one -> faults.add(skipped(one)));
        for (DeployedModels.Model model : deployed.all()) {
            if (model.tenant() != null) {
                faults.add(
                        model(
                                model,
                                "tenant:" + model.tenant(),
                                "It belongs to the tenant “" + model.tenant() + "”. Nobody ever uses it.",
                                "Process owners: deploy it again without a tenant. Administrators: delete that deployment in Cockpit."));
            }
        }
        Map<String, Optional<ModelFile>> read = new HashMap<>();
        deployed.latest().forEach(model -> inForce(model, read, faults));
        return faults;
    }

    /** @param read what rules looked at for the models before, so that each file is read once for all of them */
    private void inForce(DeployedModels.Model model, Map<String, Optional<ModelFile>> read, List<Fault> faults) {
        byte[] content = deployed.content(model);
        if (content == null) {
            faults.add(model(
                    model,
                    "gone",
                    "Its file is not stored any more, so nothing can run on it.",
                    "Process owners: deploy it again. A packaged one comes back at a start."));
            return;
        }
        List<Violation> violations = violations(new ModelFile(model.file(), content), read);
        if (!violations.isEmpty()) {
            faults.add(model(
                    model,
                    ShippedContents.digest(content),
                    violations.stream()
                            .limit(SHOWN)
                            .map(Violation::getMessage)
                            .collect(Collectors.joining(".\n", "", more(violations.size()))),
                    "Process owners: correct it and deploy it. It stays in force until then."));
        }
    }

    private static String more(int violations) {
        return violations > SHOWN ? ".\nAnd %d more.".formatted(violations - SHOWN) : ".";
    }

    /** A file that no rule expected is a finding as well. */
    private List<Violation> violations(ModelFile file, Map<String, Optional<ModelFile>> read) {
        try {
            file.keys();
            return engine.getCommandExecutorTxRequired().execute((CommandContext context) -> {
                List<Violation> violations = gate.violations(file, List.of(file), new ModelsInForce(context, read));
                return List.copyOf(violations);
            });
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(
                    new Violation("", "", "it cannot be read (" + e.getClass().getSimpleName() + "): deploy it again"));
        }
    }

    private Fault model(DeployedModels.Model model, String what, String cause, String nextStep) {
        return new Fault(
                "model:" + model.id() + ":" + what,
                FaultKind.MODEL,
                "",
                "%s, version %d of %s".formatted(model.file(), model.version(), model.key()),
                cause,
                nextStep,
                clock.instant(),
                Fault.Tell.NEVER);
    }

    private Fault skipped(SkippedModels.Skipped one) {
        return new Fault(
                "skipped:" + one.key() + ":" + one.digest(),
                FaultKind.SKIPPED,
                "",
                one.file(),
                "This release brings another version of %s. It is not in force, because version %d %s and stays."
                        .formatted(one.key(), one.version(), one.origin()),
                "Process owners: take over into yours what you need. To put the packaged one in force,"
                        + " deploy it from Camunda Modeler; or administrators start once with sharing.models.force="
                        + one.key() + ".",
                clock.instant(),
                Fault.Tell.AT_ONCE);
    }
}
