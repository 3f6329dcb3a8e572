package gm.sharing.workflow.gate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A small process from nothing, drawn and connected, of which each part is named as it is written. */
final class Sketch {

    private static final Pattern STEP = Pattern.compile("<bpmn:\\w+ id=\"(\\w+)\" name=\"");

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
            xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" \
            xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:modeler="http://camunda.org/schema/modeler/1.0" \
            id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Platform" \
            modeler:executionPlatformVersion="7.24.0">
            <bpmn:process id="%1$s" name="A sketch" isExecutable="true" camunda:versionTag="1.0" \
            camunda:historyTimeToLive="P365D"><bpmn:documentation>A sketch.</bpmn:documentation>
            """;

    private static final String RETRIES = "<camunda:failedJobRetryTimeCycle>R3/PT5M</camunda:failedJobRetryTimeCycle>";

    private final String id;
    private final StringBuilder steps = new StringBuilder();
    private final List<Way> ways = new ArrayList<>();
    private String takes = "";
    private String root = "";

    private record Way(String id, String from, String to, String condition) {}

    Sketch(String id) {
        this.id = id;
    }

    /** The names of what is given when it starts, with commas. */
    Sketch takes(String names) {
        takes = "<camunda:properties><camunda:property name=\"takes\" value=\"" + names + "\"/></camunda:properties>";
        return this;
    }

    /** Beside the process. */
    Sketch root(String element) {
        root += element;
        return this;
    }

    Sketch start() {
        return step("startEvent", "Start", "", takes, "");
    }

    Sketch end(String id) {
        return step("endEvent", id, "", "", "");
    }

    /** @param time a span, or otherwise a date */
    Sketch timer(String id, String time) {
        return step("intermediateCatchEvent", id, "", RETRIES, timed(time));
    }

    /** A time at the edge of a step. */
    Sketch late(String id, String host, String attributes, String time) {
        return step("boundaryEvent", id, "attachedToRef=\"" + host + "\" " + attributes, RETRIES, timed(time));
    }

    private static String timed(String time) {
        String kind = time.startsWith("P") ? "timeDuration" : "timeDate";
        return "<bpmn:timerEventDefinition><bpmn:%1$s xsi:type=\"bpmn:tFormalExpression\">%2$s</bpmn:%1$s></bpmn:timerEventDefinition>"
                .formatted(kind, time);
    }

    Sketch condition(String id, String condition) {
        return step("intermediateCatchEvent", id, "", "", awaited(condition));
    }

    /** A condition at the edge of a step. */
    Sketch beside(String id, String host, String attributes, String condition) {
        return step("boundaryEvent", id, "attachedToRef=\"" + host + "\" " + attributes, "", awaited(condition));
    }

    private static String awaited(String condition) {
        return "<bpmn:conditionalEventDefinition><bpmn:condition xsi:type=\"bpmn:tFormalExpression\">" + condition
                + "</bpmn:condition></bpmn:conditionalEventDefinition>";
    }

    Sketch service(String id, String expression, String result) {
        return step(
                "serviceTask",
                id,
                "camunda:expression=\"" + expression + "\" camunda:resultVariable=\"" + result + "\"",
                "",
                "");
    }

    /** With the form of a site visit. */
    Sketch user(String id, String attributes) {
        steps.append(
                "<bpmn:userTask id=\"%1$s\" name=\"Do %1$s\" camunda:formRef=\"site-visit\" camunda:formRefBinding=\"latest\" %2$s>"
                        .formatted(id, attributes));
        steps.append("<bpmn:documentation>Do it.</bpmn:documentation>");
        return rest(
                "userTask",
                id,
                "<camunda:properties><camunda:property name=\"stage\" value=\"4\"/></camunda:properties>",
                "");
    }

    Sketch choice(String id, String otherwise) {
        return step("exclusiveGateway", id, "default=\"" + otherwise + "\"", "", "");
    }

    Sketch call(String id, String called, String variable) {
        return call(id, called, variable, "");
    }

    /** Calls a process for each partner, one after the other. */
    Sketch each(String id, String called, String variable) {
        return call(
                id,
                called,
                variable,
                "<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\" camunda:collection=\"partners\" camunda:elementVariable=\""
                        + variable + "\"/>");
    }

    private Sketch call(String id, String called, String variable, String loop) {
        return step(
                "callActivity",
                id,
                "calledElement=\"" + called + "\"",
                "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/><camunda:in source=\"%1$s\" target=\"%1$s\"/>"
                        .formatted(variable),
                loop);
    }

    Sketch message(String id, String message) {
        return step(
                "intermediateCatchEvent", id, "", "", "<bpmn:messageEventDefinition messageRef=\"" + message + "\"/>");
    }

    Sketch flow(String id, String from, String to) {
        return flow(id, from, to, "");
    }

    Sketch flow(String id, String from, String to, String condition) {
        ways.add(new Way(id, from, to, condition));
        return this;
    }

    /** Each step leads to the next. */
    Sketch line(String... steps) {
        for (int i = 0; i + 1 < steps.length; i++) {
            flow("From_" + steps[i] + "_" + steps[i + 1], steps[i], steps[i + 1]);
        }
        return this;
    }

    private Sketch step(String type, String id, String attributes, String extensions, String within) {
        steps.append("<bpmn:%1$s id=\"%2$s\" name=\"Do %2$s\" %3$s>".formatted(type, id, attributes));
        return rest(type, id, extensions, within);
    }

    private Sketch rest(String type, String id, String extensions, String within) {
        if (!extensions.isEmpty()) {
            steps.append("<bpmn:extensionElements>" + extensions + "</bpmn:extensionElements>");
        }
        steps.append("<in " + id + "><out " + id + ">" + within + "</bpmn:" + type + ">\n");
        return this;
    }

    ModelFile file() {
        String text = steps.toString();
        StringBuilder flows = new StringBuilder();
        StringBuilder drawn = new StringBuilder();
        STEP.matcher(text)
                .results()
                .map(step -> step.group(1))
                .forEach(step -> drawn.append(OwnersDrawings.shape(step, 100, 100, 100, 80)));
        for (Way way : ways) {
            String into = "<in " + way.to() + ">";
            String out = "<out " + way.from() + ">";
            text = text.replace(into, into + "<bpmn:incoming>" + way.id() + "</bpmn:incoming>")
                    .replace(out, out + "<bpmn:outgoing>" + way.id() + "</bpmn:outgoing>");
            flows.append("<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\">%s</bpmn:sequenceFlow>"
                    .formatted(way.id(), way.from(), way.to(), asked(way.condition())));
            drawn.append(OwnersDrawings.edge(way.id()));
        }
        String model = HEAD.formatted(id) + text.replaceAll("<(in|out) \\w+>", "") + flows + "</bpmn:process>" + root
                + "<bpmndi:BPMNDiagram id=\"Diagram_1\"><bpmndi:BPMNPlane id=\"Plane_1\" bpmnElement=\"" + id + "\">"
                + drawn + "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>";
        return new ModelFile(id + ".bpmn", model.getBytes(StandardCharsets.UTF_8));
    }

    private static String asked(String condition) {
        return condition.isEmpty()
                ? ""
                : "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + condition
                        + "</bpmn:conditionExpression>";
    }
}
