package gm.sharing.workflow.gate;

import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** A rule about process models. */
abstract class BpmnRule implements ModelRule {

    @Override
    public final List<Violation> violations(ModelFile file, Surroundings surroundings) {
        return file.kind() == ModelFile.Kind.BPMN ? violations(file.bpmn(), surroundings) : List.of();
    }

    abstract List<Violation> violations(BpmnModelInstance model, Surroundings surroundings);
}
