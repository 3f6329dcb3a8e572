package gm.sharing.workflow.gate.soundness;

import org.camunda.bpm.model.bpmn.instance.FlowElement;

/** Names as people see them. */
final class Words {

    private Words() {}

    /** On one line; empty when there is none. */
    static String name(FlowElement element) {
        String name = element.getName();
        return name == null ? "" : name.strip().replaceAll("\\s+", " ");
    }
}
