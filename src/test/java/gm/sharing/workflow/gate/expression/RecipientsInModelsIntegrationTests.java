package gm.sharing.workflow.gate.expression;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.ModelServices;
import gm.sharing.workflow.gate.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom a process owner's model may give tasks and notices: never whom somebody typed. */
@Tag("one-database")
@DemoApplication
class RecipientsInModelsIntegrationTests {

    private static final String TYPED = "answers.of(execution, 'people', 'who')";

    @Autowired
    ModelServices services;

    @Autowired
    Declarations declarations;

    @Autowired
    List<ProcessCheck> checks;

    private ShippedFiles around;

    @Autowired
    void shipped() throws IOException {
        around = ShippedFiles.read()
                .with(file("people.form"))
                .with(file("people-table.dmn"))
                .with(file("people-told.bpmn"));
    }

    private static ModelFile file(String name) throws IOException {
        return new ModelFile(name, Files.readAllBytes(Path.of("src/test/resources/recipients", name)));
    }

    /** Each row: how something comes into the variable “who”, and who is given the task. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
            result   | TYPED                                       | ${who}
            result   | TYPED                                       | #{who}
            result   | TYPED                                       | ig-${who}
            result   | TYPED                                       | information-board, ig-${who}
            result   | TYPED                                       | ${empty lead ? 'information-board' : who}
            result   | TYPED                                       | ${execution.getVariable('who')}
            result   | TYPED                                       | ${true ? (false ? null : who) : null}
            result   | answers.of(execution, 'people', 'several')  | ${who}
            result   | answers.of(execution, 'people', 'several')  | ${who[0]}
            result   | answers.of(execution, 'people', 'rows')     | ${who[0].name}
            result   | answers.of(execution, 'people', 'office')   | ig-${who}
            result   | signOffRounds.role(execution)               | ${who}
            result   | execution.currentActivityName               | ${who}
            result   | lead                                        | ${who}
            result   | 'ig-nowhere'                                | ${who}
            result   | leadOrganisation                            | ${who}
            input    | ${TYPED}                                    | ${who}
            input    | ig-${TYPED}                                 | ${who}
            input    | board-${leadOrganisation}                   | ${who}
            input    | ig-${leadOrganisation}-x                    | ${who}
            echoed   | TYPED                                       | ${who}
            echoed   | leadOrganisation                            | ig-${who}
            looped   | answers.of(execution, 'people', 'several')  | ${who}
            circled  | TYPED                                       | ${who}
            called   | TYPED                                       | ${who}
            failing  | TYPED                                       | ${who}
            """)
    void areNoGroupThatSomebodyTyped(String way, String value, String groups) {
        assertThat(elements(task(way, value, "camunda:candidateGroups=\"" + groups + "\"")))
                .contains("Task_Do");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            result  | TYPED                                      | ${who}
            result  | TYPED                                      | ${empty who ? lead : who}
            result  | leadOrganisation                           | ${who}
            result  | 'lead.manchester'                          | ${who}
            input   | ${TYPED}                                   | ${who}
            echoed  | lead                                       | ${who}
            looped  | answers.of(execution, 'people', 'several') | ${who}
            circled | TYPED                                      | ${who}
            called  | TYPED                                      | ${who}
            failing | TYPED                                      | ${who}
            """)
    void areNoPersonWhomSomebodyTyped(String way, String value, String person) {
        for (String place : List.of("assignee", "candidateUsers")) {
            assertThat(elements(task(
                            way,
                            value,
                            "camunda:%s=\"%s\" camunda:candidateGroups=\"information-board\""
                                    .formatted(place, person))))
                    .contains("Task_Do");
        }
        assertThat(elements(notice(way, value, "${sendNotice}", "group:information-board,person:" + person)))
                .contains("Send");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "group:${who}",
                "group:ig-${who}",
                "group:signatory-${leadOrganisation}, group: dpo-${who}",
                "group:${empty lead ? 'ethics-panel' : who}",
                "person:${who}"
            })
    void getNoNoticeBecauseSomebodyTypedThem(String to) {
        for (String service : List.of("${sendNotice}", "#{sendNotice}", "${ sendNotice }")) {
            assertThat(elements(notice("result", TYPED, service, to))).contains("Send");
        }
    }

    /** The engine tells a step without an input of its own what the process holds by that name. */
    @Test
    void areNamedByTheStepThatSends() {
        String without = notice("result", TYPED, "${sendNotice}", "person:${lead}")
                .replace("resultVariable=\"who\"", "resultVariable=\"to\"")
                .replace("<camunda:inputParameter name=\"to\">person:${lead}</camunda:inputParameter>", "");
        String beside = task("result", TYPED, "camunda:assignee=\"${lead}\"")
                .replace(
                        "<bpmn:extensionElements/>",
                        """
                        <bpmn:extensionElements><camunda:executionListener event="start" delegateExpression="${sendNotice}"/>
                        </bpmn:extensionElements>""");

        assertThat(messages(without))
                .anyMatch(message -> message.contains("Send") && message.contains("add the input"));
        assertThat(messages(beside)).anyMatch(message -> message.contains("Task_Do") && message.contains("send task"));
    }

    /** What the program reads itself, by whatever sets it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            lead             | result  | TYPED
            lead             | input   | ${TYPED}
            lead             | looped  | answers.of(execution, 'people', 'several')
            lead             | failing | TYPED
            lead             | result  | leadOrganisation
            leadOrganisation | result  | TYPED
            leadOrganisation | result  | answers.of(execution, 'people', 'office')
            partner          | result  | TYPED
            partner          | called  | TYPED
            partner          | echoed  | leadOrganisation
            partner          | circled | TYPED
            partner          | result  | lead
            partner          | result  | answers.of(execution, 'people', 'several')
            adviser          | input   | ${TYPED}
            owner            | result  | TYPED
            owner            | input   | ig-${TYPED}
            owner            | input   | nobody
            waiting          | result  | TYPED
            waiting          | input   | person:lead.manchester
            """)
    void areNotPutIntoAVariableThatTheProgramReads(String variable, String way, String value) {
        assertThat(messages(task(way, value, "camunda:assignee=\"${lead}\"").replaceAll("\\bwho2?\\b(?!')", variable)))
                .anyMatch(message -> message.contains("“" + variable + "” is read as"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
            result  | TYPED                                     | information-board
            result  | TYPED                                     | information-board, ig-${leadOrganisation}
            result  | TYPED                                     | ${empty who ? 'ig-bolton' : 'information-board'}
            result  | 'ethics-panel'                            | ${who}
            result  | empty lead ? 'ig-bolton' : 'ig-salford'   | ${who}
            result  | empty lead ? 'bolton' : leadOrganisation  | ig-${who}
            result  | leadOrganisation                          | dpo-${who}
            result  | execution.getVariable('leadOrganisation') | dpo-${who}
            input   | ig-${leadOrganisation}                    | ${who}
            input   | information-board                         | ${who}
            table   | TYPED                                     | ${who}
            circled | leadOrganisation                          | ig-${who}
            called  | leadOrganisation                          | ig-${who}
            """)
    void areARoleThatTheProgramKnows(String way, String value, String groups) {
        assertThat(messages(task(way, value, "camunda:candidateGroups=\"" + groups + "\"")))
                .isEmpty();
        for (String group : groups.contains("?") ? List.of(groups) : List.of(groups.split(",", -1))) {
            assertThat(messages(notice(way, value, "${sendNotice}", "group:" + group.strip())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            result  | TYPED                         | ${lead}
            result  | lead                          | ${who}
            result  | empty lead ? null : lead      | ${who}
            result  | execution.getVariable('lead') | ${empty who ? lead : who}
            input   | ${lead}                       | ${who}
            circled | lead                          | ${who}
            called  | lead                          | ${who}
            """)
    void areAPersonWhomTheProgramKnows(String way, String value, String person) {
        assertThat(messages(task(way, value, "camunda:assignee=\"" + person + "\"")))
                .isEmpty();
        assertThat(messages(notice(way, value, "${sendNotice}", "person:" + person + ",group:ethics-panel")))
                .isEmpty();
    }

    /** Everything handed on and given back leads in a circle. */
    @Test
    void areToldApartWhenAProcessHandsOnAllThatItHas() {
        String all = task("called", TYPED, "camunda:assignee=\"${lead}\"")
                .replaceAll("<camunda:in [^>]*/>", "<camunda:in variables=\"all\"/>")
                .replaceAll("<camunda:out [^>]*/>", "<camunda:out variables=\"all\"/>");
        assertThat(messages(all)).isEmpty();

        String typed = all.replace(
                        "<camunda:out ",
                        "<camunda:out sourceExpression=\"${" + TYPED + "}\" target=\"who\"/><camunda:out ")
                .replace("${lead}\">", "${who}\" camunda:candidateGroups=\"information-board\">");
        assertThat(elements(typed)).contains("Task_Do");
    }

    /** A model in force that takes whom it gives its tasks is looked at again when somebody else calls it. */
    @Test
    void areLookedAtAgainInTheModelThatIsCalled() {
        ModelFile called = ShippedFiles.file(
                "people-told.bpmn",
                """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://bpmn.io/schema/bpmn">
                <bpmn:process id="people-told" isExecutable="true"><bpmn:startEvent id="Start_Told"><bpmn:extensionElements>
                <camunda:properties><camunda:property name="takes" value="who, lead"/></camunda:properties>
                </bpmn:extensionElements></bpmn:startEvent>
                <bpmn:userTask id="Task_Told" camunda:candidateGroups="${who}"/></bpmn:process></bpmn:definitions>""");
        var rule = new ProcessRule(services, declarations, checks);
        assertThat(rule.violations(called, around.with(called))).isEmpty();

        for (String value : List.of(TYPED, "'information-board'")) {
            ShippedFiles calling = around.with(called)
                    .with(ShippedFiles.file("own.bpmn", task("called", value, "camunda:assignee=\"${lead}\"")));
            assertThat(rule.violations(called, calling)).hasSize(value.equals(TYPED) ? 1 : 0);
        }
    }

    private static String task(String way, String value, String whom) {
        return model(
                way,
                value,
                """
                <bpmn:userTask id="Task_Do" name="Do it" camunda:formRef="people" camunda:dueDate="${now()}" %s>
                <bpmn:extensionElements/><bpmn:incoming>F_3</bpmn:incoming><bpmn:outgoing>F_4</bpmn:outgoing></bpmn:userTask>"""
                        .formatted(whom),
                "Task_Do");
    }

    private static String notice(String way, String value, String service, String to) {
        return model(
                way,
                value,
                """
                <bpmn:sendTask id="Send" name="Tell them" camunda:delegateExpression="%s"><bpmn:extensionElements>
                <camunda:inputOutput><camunda:inputParameter name="to">%s</camunda:inputParameter>
                <camunda:inputParameter name="subject">{title}</camunda:inputParameter>
                <camunda:inputParameter name="text">{project}</camunda:inputParameter></camunda:inputOutput>
                </bpmn:extensionElements><bpmn:incoming>F_3</bpmn:incoming><bpmn:outgoing>F_4</bpmn:outgoing></bpmn:sendTask>"""
                        .formatted(service, to),
                "Send");
    }

    private static String model(String way, String value, String last, String id) {
        String said = value.replace("TYPED", TYPED);
        String steps = step(way, said);
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://bpmn.io/schema/bpmn">
                <bpmn:process id="own" isExecutable="true">
                <bpmn:startEvent id="Start" camunda:formRef="people"/>
                <bpmn:userTask id="Task_Ask" name="Ask" camunda:formRef="people" camunda:assignee="${lead}"/>
                %s%s
                <bpmn:endEvent id="End"/>
                <bpmn:sequenceFlow id="F_1" sourceRef="Start" targetRef="Task_Ask"/>
                <bpmn:sequenceFlow id="F_2" sourceRef="Task_Ask" targetRef="Step"/>
                <bpmn:sequenceFlow id="F_3" sourceRef="Step" targetRef="%s"/>
                <bpmn:sequenceFlow id="F_4" sourceRef="%s" targetRef="End"/>
                </bpmn:process></bpmn:definitions>"""
                .formatted(steps, last, id, id);
    }

    /** Sets the variable “who”. */
    private static String step(String way, String value) {
        return switch (way) {
            case "result" ->
                "<bpmn:serviceTask id=\"Step\" camunda:expression=\"${%s}\" camunda:resultVariable=\"who\"/>"
                        .formatted(value);
            case "input" ->
                io(
                        "serviceTask",
                        "camunda:expression=\"${now()}\"",
                        "<camunda:outputParameter name=\"who\">" + value + "</camunda:outputParameter>");
            case "table" -> table("constant", value);
            case "echoed" -> table("echoed", value);
            case "circled" ->
                io(
                        "serviceTask",
                        "camunda:expression=\"${now()}\"",
                        """
                        <camunda:outputParameter name="who2">${who}</camunda:outputParameter>
                        <camunda:outputParameter name="who">${%s}</camunda:outputParameter>
                        <camunda:outputParameter name="who">${who2}</camunda:outputParameter>"""
                                .formatted(value));
            case "looped" ->
                """
                <bpmn:callActivity id="Step" calledElement="people-told"><bpmn:extensionElements>
                <camunda:in source="who" target="who"/><camunda:out source="who" target="who"/></bpmn:extensionElements>
                <bpmn:multiInstanceLoopCharacteristics camunda:collection="${%s}" camunda:elementVariable="who"/>
                </bpmn:callActivity>"""
                        .formatted(value);
            case "called" ->
                """
                <bpmn:callActivity id="Step" calledElement="people-told"><bpmn:extensionElements>
                <camunda:in sourceExpression="${%s}" target="who"/><camunda:out source="who" target="who"/>
                </bpmn:extensionElements></bpmn:callActivity>"""
                        .formatted(value);
            case "failing" ->
                """
                <bpmn:subProcess id="Step"/><bpmn:boundaryEvent id="Failed" attachedToRef="Step">
                <bpmn:errorEventDefinition camunda:errorMessageVariable="who"/></bpmn:boundaryEvent>""";
            default -> throw new IllegalArgumentException(way);
        };
    }

    private static String io(String step, String attributes, String parameters) {
        return """
                <bpmn:%s id="Step" %s><bpmn:extensionElements><camunda:inputOutput>%s</camunda:inputOutput>
                </bpmn:extensionElements></bpmn:%s>"""
                .formatted(step, attributes, parameters, step);
    }

    private static String table(String column, String value) {
        return io(
                "businessRuleTask",
                "camunda:decisionRef=\"people-table\"",
                """
                <camunda:inputParameter name="word">${%s}</camunda:inputParameter>
                <camunda:outputParameter name="who">${decisionResult.getSingleResult().getEntry('%s')}</camunda:outputParameter>"""
                        .formatted(value, column));
    }

    private List<Violation> violations(String model) {
        ModelFile file = ShippedFiles.file("own.bpmn", model);
        return new ProcessRule(services, declarations, checks).violations(file, around.with(file));
    }

    /** The elements of which is said that they may be for anybody. */
    private List<String> elements(String model) {
        return violations(model).stream()
                .filter(violation -> violation.rule().contains("may name anybody, also what somebody typed"))
                .map(Violation::element)
                .toList();
    }

    private List<String> messages(String model) {
        return violations(model).stream().map(Violation::getMessage).toList();
    }
}
