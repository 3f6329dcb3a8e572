package gm.sharing.workflow.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an element of a process model refers to by its id is there, and is what it has to be; other rules follow it then. */
final class References {

    /** What sequence flows lead from and to. */
    static final Set<String> STEPS = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "sendTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "eventBasedGateway");

    private static final Set<String> WAYS = Set.of("sequenceFlow");

    /** Attributes that refer to something, with what that may be; nothing stands for anything. */
    private static final Map<String, Set<String>> ATTRIBUTES = Map.ofEntries(
            Map.entry("sequenceFlow/sourceRef", STEPS),
            Map.entry("sequenceFlow/targetRef", STEPS),
            Map.entry("association/sourceRef", Set.of()),
            Map.entry("association/targetRef", Set.of()),
            Map.entry("exclusiveGateway/default", WAYS),
            Map.entry("inclusiveGateway/default", WAYS),
            Map.entry("boundaryEvent/attachedToRef", STEPS),
            Map.entry("messageEventDefinition/messageRef", Set.of("message")),
            Map.entry("errorEventDefinition/errorRef", Set.of("error")),
            Map.entry("participant/processRef", Set.of("process")),
            Map.entry("group/categoryValueRef", Set.of("categoryValue")),
            Map.entry("dataObjectReference/dataObjectRef", Set.of("dataObject")),
            Map.entry("dataStoreReference/dataStoreRef", Set.of("dataStore")),
            Map.entry("BPMNPlane/bpmnElement", Set.of("process", "collaboration", "subProcess")),
            Map.entry("BPMNShape/bpmnElement", Set.of()),
            Map.entry("BPMNEdge/bpmnElement", Set.of()));

    /** Elements whose text refers to something. */
    private static final Map<String, Set<String>> TEXTS = Map.of(
            "incoming", WAYS,
            "outgoing", WAYS,
            "flowNodeRef", STEPS,
            "sourceRef", Set.of(),
            "targetRef", Set.of());

    private References() {}

    static List<Violation> violations(ModelFile file) {
        Map<String, String> kinds = new HashMap<>();
        file.elements().forEach(element -> {
            String id = element.attribute("id");
            if (id != null) {
                kinds.put(id, element.name().getLocalPart());
            }
        });
        return file.elements().stream()
                .flatMap(element -> complaints(element, kinds))
                .toList();
    }

    private static Stream<Violation> complaints(XmlElement element, Map<String, String> kinds) {
        String name = element.name().getLocalPart();
        List<String> complaints = new ArrayList<>();
        element.attributes().forEach((attribute, id) -> {
            Set<String> allowed = ATTRIBUTES.get(name + "/" + attribute.getLocalPart());
            if (allowed != null) {
                complaints.add(complaint(attribute.getLocalPart(), id.strip(), allowed, kinds));
            }
        });
        if (TEXTS.containsKey(name)) {
            complaints.add(complaint(name, element.text().strip(), TEXTS.getOrDefault(name, Set.of()), kinds));
        }
        return complaints.stream().filter(Objects::nonNull).map(element::violation);
    }

    private static @Nullable String complaint(String what, String id, Set<String> allowed, Map<String, String> kinds) {
        String kind = kinds.get(id);
        if (kind == null) {
            return "it refers to “" + PlainText.shown(id) + "” (" + what
                    + "), and there is no such element; draw that part again in Camunda Modeler";
        }
        return allowed.isEmpty() || allowed.contains(kind)
                ? null
                : "it refers to “" + PlainText.shown(id) + "” (" + what
                        + "), which is something else than what has to be there; draw that part again in Camunda Modeler";
    }
}
