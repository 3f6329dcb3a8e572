package gm.sharing.workflow.gate.soundness;

import gm.sharing.workflow.gate.ModelFile;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Draws a process from a few lines, so that a test shows its shape at a glance:
 *
 * <pre>
 * start Start                  a step: kind and name; _Name has an id but no name
 * end Stop terminate           an event of a kind; errors and escalations with a code
 * timer Due on Review          an event that interrupts; “beside” for one that does not
 * sub Inner {                  a sub-process; “event-sub” for one that an event starts
 * }
 * Start -> Split -> A          flows; -?-> with a condition, -*-> by default, -?yes-> with a name
 * </pre>
 */
final class Drawing {

    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("start", "startEvent"),
            Map.entry("end", "endEvent"),
            Map.entry("task", "userTask"),
            Map.entry("service", "serviceTask"),
            Map.entry("call", "callActivity"),
            Map.entry("xor", "exclusiveGateway"),
            Map.entry("and", "parallelGateway"),
            Map.entry("or", "inclusiveGateway"),
            Map.entry("events", "eventBasedGateway"),
            Map.entry("complex", "complexGateway"),
            Map.entry("catch", "intermediateCatchEvent"),
            Map.entry("throw", "intermediateThrowEvent"));
    private static final Set<String> EVENTS =
            Set.of("timer", "cycle", "message", "signal", "error", "escalation", "condition", "compensate");
    private static final Pattern FLOW = Pattern.compile("(\\S+) -([?*]?)(\\S*?)-?> (\\S+)");

    private final StringBuilder process = new StringBuilder();
    private final Map<String, String> defaults = new HashMap<>();
    private final Set<String> definitions = new LinkedHashSet<>();

    private Drawing() {}

    /** The model as a file. */
    static ModelFile of(String lines) {
        return new ModelFile("a.bpmn", xml(lines).getBytes(StandardCharsets.UTF_8));
    }

    /** The model as the engine reads it; each condition asks the bean “choices” by the id of the flow. */
    static String xml(String lines) {
        Drawing drawing = new Drawing();
        List<String> trimmed =
                lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        trimmed.forEach(drawing::findDefaults);
        trimmed.forEach(drawing::draw);
        return "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' targetNamespace='a'"
                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'>"
                + "<bpmn:process id='p' isExecutable='true' camunda:historyTimeToLive='P1D'>" + drawing.process
                + "</bpmn:process>" + String.join("", drawing.definitions) + "</bpmn:definitions>";
    }

    private void findDefaults(String line) {
        Matcher flow = FLOW.matcher(line);
        for (int from = 0; flow.find(from); from = flow.start(4)) {
            if (flow.group(2).equals("*")) {
                defaults.put(flow.group(1), id(flow.group(1), flow.group(4)));
            }
        }
    }

    private void draw(String line) {
        if (line.contains("> ")) {
            Matcher flow = FLOW.matcher(line);
            for (int from = 0; flow.find(from); from = flow.start(4)) {
                flow(flow);
            }
        } else if (line.equals("}")) {
            process.append("</bpmn:subProcess>");
        } else {
            step(List.of(line.split(" ")));
        }
    }

    private static String id(String from, String to) {
        return "Flow_" + from + "_" + to;
    }

    private void flow(Matcher flow) {
        String id = id(flow.group(1), flow.group(4));
        process.append("<bpmn:sequenceFlow id='%s' name='%s' sourceRef='%s' targetRef='%s'>"
                .formatted(id, flow.group(3), flow.group(1), flow.group(4)));
        if (flow.group(2).equals("?")) {
            process.append("<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>${choices.take('%s')}"
                            .formatted(id))
                    .append("</bpmn:conditionExpression>");
        }
        process.append("</bpmn:sequenceFlow>");
    }

    private void step(List<String> words) {
        String kind = words.get(0);
        String id = words.get(1);
        String rest = words.stream().skip(2).collect(Collectors.joining(" "));
        if (kind.equals("sub") || kind.equals("event-sub")) {
            process.append("<bpmn:subProcess%s triggeredByEvent='%s'>".formatted(named(id), kind.equals("event-sub")));
        } else if (EVENTS.contains(kind)) {
            int at = Math.max(words.indexOf("on"), words.indexOf("beside"));
            open(
                    "boundaryEvent",
                    id,
                    " attachedToRef='%s' cancelActivity='%s'"
                            .formatted(words.get(at + 1), words.get(at).equals("on")));
            event(id, kind, at > 2 ? words.get(2) : "");
            process.append("</bpmn:boundaryEvent>");
        } else {
            String element = ELEMENTS.get(kind);
            String beside = rest.endsWith(" beside") ? " isInterrupting='false'" : "";
            open(element, id, attributes(element, id) + beside);
            List<String> event = List.of(rest.split(" "));
            if (!rest.isEmpty() && !kind.equals("service")) {
                event(id, event.get(0), event.size() > 1 && !event.get(1).equals("beside") ? event.get(1) : "");
            }
            process.append("</bpmn:%s>".formatted(element));
        }
    }

    private String attributes(String element, String id) {
        String attributes = defaults.containsKey(id) ? " default='" + defaults.get(id) + "'" : "";
        return switch (element) {
            case "serviceTask" -> attributes + " camunda:expression='${true}'";
            case "callActivity" -> attributes + " calledElement='other'";
            default -> attributes;
        };
    }

    private void open(String element, String id, String attributes) {
        process.append("<bpmn:%s%s%s>".formatted(element, named(id), attributes));
    }

    private static String named(String id) {
        return " id='" + id + "'" + (id.startsWith("_") ? "" : " name='" + id + "'");
    }

    private void event(String id, String kind, String code) {
        switch (kind) {
            case "timer" ->
                process.append("<bpmn:timerEventDefinition id='%s_d'><bpmn:timeDuration>P1D</bpmn:timeDuration>"
                                .formatted(id))
                        .append("</bpmn:timerEventDefinition>");
            case "cycle" ->
                process.append("<bpmn:timerEventDefinition id='%s_d'><bpmn:timeCycle>R/P1D</bpmn:timeCycle>"
                                .formatted(id))
                        .append("</bpmn:timerEventDefinition>");
            case "condition" ->
                process.append("<bpmn:conditionalEventDefinition><bpmn:condition"
                                + " xsi:type='bpmn:tFormalExpression'>${true}</bpmn:condition>")
                        .append("</bpmn:conditionalEventDefinition>");
            case "link" -> process.append("<bpmn:linkEventDefinition name='%s'/>".formatted(code));
            case "message", "signal" -> define(kind, "M_" + id, " name='M_" + id + "'");
            case "error" -> define(kind, code, " errorCode='" + code + "'");
            case "escalation" -> define(kind, code, " escalationCode='" + code + "'");
            default -> process.append("<bpmn:%sEventDefinition/>".formatted(kind));
        }
    }

    private void define(String kind, String code, String attributes) {
        if (code.isEmpty()) {
            process.append("<bpmn:%sEventDefinition/>".formatted(kind));
        } else {
            String id = kind.substring(0, 2).toUpperCase(Locale.ROOT) + "_" + code;
            process.append("<bpmn:%sEventDefinition %sRef='%s'/>".formatted(kind, kind, id));
            definitions.add("<bpmn:%s id='%s'%s/>".formatted(kind, id, attributes));
        }
    }
}
