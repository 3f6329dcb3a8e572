package gm.sharing.workflow.gate;

import static gm.sharing.PlainText.isBlank;

import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What every decision table says of itself, as {@link Frame} for processes, and that it can be drawn. */
@Component
@Order(2)
class FrameOfTables implements ModelRule {

    @Override
    public List<Violation> violations(ModelFile file, Surroundings surroundings) {
        if (file.kind() != ModelFile.Kind.DMN) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        XmlElement root = file.elements().get(0);
        String platform = Frame.platform(
                root.attributes().get(new QName(BpmnVocabulary.MODELER, "executionPlatform")),
                root.attributes().get(new QName(BpmnVocabulary.MODELER, "executionPlatformVersion")));
        if (platform != null) {
            violations.add(root.violation(platform));
        }
        List<XmlElement> decisions = named(file, "decision");
        if (decisions.size() != 1) {
            violations.add(root.violation(
                    "a file holds one decision; make a file of its own for each of the " + decisions.size()));
        }
        List<String> drawn = named(file, "DMNShape").stream()
                .map(shape -> String.valueOf(shape.attribute("dmnElementRef")))
                .toList();
        for (XmlElement decision : decisions) {
            decision(decision, violations);
            if (!drawn.contains(decision.attribute("id"))) {
                violations.add(decision.violation("the decision is not drawn; open and save it with Camunda Modeler"));
            }
        }
        if (named(file, "decisionTable").size() != decisions.size()) {
            violations.add(root.violation("a decision is a table; write it as one"));
        }
        return violations;
    }

    private static void decision(XmlElement decision, List<Violation> violations) {
        if (isBlank(decision.attribute("name"))) {
            violations.add(decision.violation("the decision has no name; write what it decides"));
        }
        if (isBlank(decision.attributes().get(new QName(DmnVocabulary.CAMUNDA, "versionTag")))) {
            violations.add(decision.violation(
                    "the decision has no version tag; write one, and a higher one with each change"));
        }
        if (!Frame.isTimeToLive(decision.attributes().get(new QName(DmnVocabulary.CAMUNDA, "historyTimeToLive")))) {
            violations.add(decision.violation(
                    "nothing says how long its history is kept; write a history time to live such as P3650D"));
        }
    }

    private static List<XmlElement> named(ModelFile file, String name) {
        return file.elements().stream()
                .filter(element -> element.name().getLocalPart().equals(name))
                .toList();
    }
}
