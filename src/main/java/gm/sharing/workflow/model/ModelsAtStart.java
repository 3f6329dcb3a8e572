package gm.sharing.workflow.model;

import gm.sharing.StartFindings;
import gm.sharing.workflow.gate.Finding;
import gm.sharing.workflow.gate.Gate;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts what is in force through the gate once the node is up: models that were deployed before a rule was made stay in force,
 * and administrators are told what is wrong with them. It also warms what reads models, because Camunda Modeler waits five
 * seconds for the first deployment.
 */
@Component
@ConditionalOnProperty(name = "sharing.models.look-at-start", matchIfMissing = true)
class ModelsAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(ModelsAtStart.class);

    private static final int MOST_TOLD = 5;

    private final Gate gate;
    private final ProcessEngineConfigurationImpl engine;
    private final StartFindings start;

    ModelsAtStart(Gate gate, ProcessEngineConfigurationImpl engine, StartFindings start) {
        this.gate = gate;
        this.engine = engine;
        this.start = start;
    }

    /** In the background, so that nobody waits for it. */
    @EventListener(ApplicationReadyEvent.class)
    void look() {
        Thread looking = new Thread(this::report, "models in force");
        looking.setDaemon(true);
        looking.start();
    }

    private void report() {
        try {
            long begun = System.nanoTime();
            List<Finding> findings = findings();
            findings.forEach(finding -> start.report(new StartFindings.Finding(
                    "a model in force that keeps to the rules (" + finding.file() + ")",
                    finding.violations().stream()
                            .limit(MOST_TOLD)
                            .map(Violation::getMessage)
                            .collect(Collectors.joining("; ", "", ".")),
                    "Ask a process owner to correct it with Camunda Modeler and to deploy it again.")));
            LOG.info("Looked at the models in force in {} ms", (System.nanoTime() - begun) / 1_000_000);
        } catch (RuntimeException e) {
            LOG.warn("The models in force could not be looked at. They run all the same.", e);
        }
    }

    /** What is wrong with everything in force; each file is looked at beside all others. */
    List<Finding> findings() {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            Surroundings inForce = new ModelsInForce(context);
            List<Finding> findings = new ArrayList<>();
            Stream.of(ModelFile.Kind.values()).flatMap(inForce::all).forEach(file -> {
                List<Violation> violations = gate.violations(file, List.of(file), inForce);
                if (!violations.isEmpty()) {
                    findings.add(new Finding(file.name(), violations));
                }
            });
            return findings;
        });
    }
}
