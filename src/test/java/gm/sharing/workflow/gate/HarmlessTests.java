package gm.sharing.workflow.gate;

import static gm.sharing.workflow.gate.HarmlessFiles.violations;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Shipped;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no file may hold or be called, however it is written. */
class HarmlessTests {

    private static final String FORM = Shipped.text("approve-sign-off-rule.form");
    private static final String MODEL = Shipped.text("approve-sign-off-rule.bpmn");
    private static final String TABLE = Shipped.text("review-deadlines.dmn");
    private static final String SERVICE = "camunda:delegateExpression=\"${referToBoard}\"";

    @ParameterizedTest
    @ValueSource(strings = {"a.bpmn", "sharing-project.bpmn", "Copy of model (2).bpmn", "model_1.2.bpmn"})
    void takesPlainNames(String name) {
        assertThat(violations(name, MODEL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c\n.bpmn",
                "c.bpmn\n",
                "c\0.bpmn",
                "c.bpmn\0",
                "\u202Enpmb.bpmn",
                "c\u200B.bpmn",
                "c.bpmn.",
                "c.bpmn ",
                "c .bpmn",
                " c.bpmn",
                ".bpmn",
                "bpmn",
                "cbpmn",
                "c.BPMN",
                "c.Bpmn",
                "c.bpmn20.xml",
                "c.dmn11.xml",
                "c.form.bpmn",
                "c.bpmn.form",
                "c.html.dmn",
                "a/c.bpmn",
                "a\\c.bpmn",
                "../c.bpmn",
                "c%2Fd.bpmn",
                "c;d.bpmn",
                "c\uFF0Ebpmn",
                "\u0441.bpmn",
                "c.\u0184pmn",
                "c.cmmn",
                "c.cmmn11.xml",
                "c.html",
                "c.js",
                "c.groovy",
                "c.png",
                "c.xml",
                "c.json",
                ""
            })
    void refusesEveryOtherNameAndKindOfFile(String name) {
        assertThat(violations(name, MODEL))
                .singleElement()
                .extracting(Violation::rule)
                .asString()
                .startsWith("only models, tables and forms are deployed");
    }

    @Test
    void refusesLongNames() {
        assertThat(violations("a".repeat(120) + ".bpmn", MODEL)).hasSize(1);
    }

    @Test
    void looksAtWhatAFileHoldsAndNotAtItsNameOnly() {
        assertThat(violations("a.dmn", MODEL)).isNotEmpty();
        assertThat(violations("a.bpmn", TABLE)).isNotEmpty();
        assertThat(violations("a.form", MODEL)).isNotEmpty();
        assertThat(violations("a.bpmn", FORM)).isNotEmpty();
        assertThat(violations("a.bpmn", "")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:type=\"shell\"",
                "camunda:type=\"Shell\"",
                "camunda:type=\"SHELL\"",
                "camunda:type=\"\u017Fhell\"",
                "camunda:type=\"s\u0068ell\"",
                "camunda:type=\"&#115;hell\"",
                "camunda:type=\"\uFF53hell\"",
                "camunda:type=\" shell\"",
                "camunda:type=\"mail\"",
                "camunda:type=\"MA\u0131L\"",
                "camunda:type=\"ma\u0130l\"",
                "camunda:type=\"external\" camunda:topic=\"t\"",
                "camunda:type=\"dmn\"",
                "camunda:type=\"\"",
                "xmlns:old=\"http://activiti.org/bpmn\" old:type=\"shell\"",
                "xmlns:old=\"http://activiti.org/bpmn\" old:class=\"a.B\"",
                "xmlns:old=\"http://activiti.org/bpmn\" old:delegateExpression=\"${dataSource}\"",
                "xmlns:c2=\"http://camunda.org/schema/1.0/bpmn\" c2:class=\"a.B\"",
                "camunda:class=\"java.lang.ProcessBuilder\"",
                "camunda:resource=\"deployment://x.groovy\"",
                "implementation=\"##WebService\""
            })
    void refusesEveryOtherWayToSayWhatAStepDoes(String attribute) {
        assertThat(violations("a.bpmn", MODEL.replace(SERVICE, attribute)))
                .isNotEmpty()
                .allSatisfy(violation -> {
                    assertThat(violation.element()).isEqualTo("Service_ReferRule");
                    assertThat(violation.name()).isEqualTo("Put the rule to the Board");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:connector/>",
                "<camunda:taskListener event='create' class='a.B'/>",
                "<camunda:taskListener event='create' delegateExpression='${sendNotice}'/>",
                "<camunda:executionListener event='start' class='a.B'/>",
                "<camunda:executionListener event='start' expression='${x}'/>",
                "<camunda:executionListener event='start'><camunda:script scriptFormat='js'>1</camunda:script>"
                        + "</camunda:executionListener>",
                "<camunda:field name='command' stringValue='id'/>",
                "<camunda:formData/>",
                "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:script scriptFormat='juel'>1"
                        + "</camunda:script></camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:inputParameter name='a'><camunda:map/></camunda:inputParameter>"
                        + "</camunda:inputOutput>",
                "<x:failedJobRetryTimeCycle xmlns:x='http://activiti.org/bpmn'>R3/PT1M</x:failedJobRetryTimeCycle>",
                "<script xmlns=''>1</script>"
            })
    void refusesEveryOtherExtension(String extension) {
        String model = MODEL.replaceFirst(
                "(<bpmn:serviceTask [^>]*>\\s*<bpmn:documentation>[^<]*</bpmn:documentation>)",
                "$1<bpmn:extensionElements>" + Matcher.quoteReplacement(extension) + "</bpmn:extensionElements>");

        assertThat(violations("a.bpmn", model)).isNotEmpty().allSatisfy(violation -> assertThat(violation.element())
                .isEqualTo("Service_ReferRule"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='X' scriptFormat='groovy'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:task id='X'/>",
                "<bpmn:manualTask id='X'/>",
                "<bpmn:receiveTask id='X'/>",
                "<bpmn:complexGateway id='X'/>",
                "<bpmn:transaction id='X'/>",
                "<bpmn:adHocSubProcess id='X'/>",
                "<bpmn:intermediateThrowEvent id='X'><bpmn:messageEventDefinition/></bpmn:intermediateThrowEvent>",
                "<bpmn:endEvent id='X'><bpmn:messageEventDefinition/></bpmn:endEvent>",
                "<bpmn:endEvent id='X'><bpmn:escalationEventDefinition/></bpmn:endEvent>",
                "<bpmn:boundaryEvent id='X' attachedToRef='Task_ApproveSignOffRule'><bpmn:compensateEventDefinition/>"
                        + "</bpmn:boundaryEvent>",
                "<bpmn:startEvent id='X'><bpmn:signalEventDefinition/></bpmn:startEvent>",
                "<x:userTask id='X' xmlns:x='http://example.org/bpmn'/>",
                "<userTask id='X'/>",
                "<bpmn:ioSpecification id='X'/>",
                "<bpmn:property id='X'/>"
            })
    void refusesEveryOtherElement(String element) {
        assertThat(violations("a.bpmn", MODEL.replace("</bpmn:process>", element + "</bpmn:process>")))
                .singleElement()
                .extracting(Violation::element)
                .isEqualTo("X");
    }

    @ParameterizedTest
    @CsvSource({
        "<bpmn:incoming>Flow_RuleChosen_ReferRule<, <bpmn:incoming>Flow_Nowhere<, Service_ReferRule",
        "<bpmn:outgoing>Flow_ReferRule_BoardDeadline<, <bpmn:outgoing>Task_ApproveSignOffRule<, Service_ReferRule",
        "<bpmn:flowNodeRef>Task_ApproveSignOffRule<, <bpmn:flowNodeRef>Task_Gone<, Lane_InformationBoard",
        "<bpmn:flowNodeRef>Task_ApproveSignOffRule<, <bpmn:flowNodeRef>Flow_RuleDue_Escalation<, Lane_InformationBoard",
        "sourceRef=\"Service_ReferRule\", sourceRef=\"Service_Gone\", Flow_ReferRule_BoardDeadline",
        "sourceRef=\"Service_ReferRule\", sourceRef=\"Lane_InformationBoard\", Flow_ReferRule_BoardDeadline",
        "targetRef=\"Rule_BoardDeadline\", targetRef=\"approve-sign-off-rule\", Flow_ReferRule_BoardDeadline",
        "attachedToRef=\"Task_ApproveSignOffRule\", attachedToRef=\"Gone\", Timer_RuleReminder",
        "processRef=\"approve-sign-off-rule\", processRef=\"Task_ApproveSignOffRule\", Participant_ApproveSignOffRule",
        "bpmnElement=\"Rule_BoardDeadline\", bpmnElement=\"Gone\", Rule_BoardDeadline_di",
        "bpmnElement=\"Collaboration_ApproveSignOffRule\", bpmnElement=\"Task_ApproveSignOffRule\", Plane_ApproveSignOffRule",
        "bpmnElement=\"Collaboration_ApproveSignOffRule\", bpmnElement=\"Lane_InformationBoard\", Plane_ApproveSignOffRule"
    })
    void refusesReferencesToWhatIsNotThere(String from, String to, String element) {
        String changed = MODEL.replace(from.strip(), to);

        assertThat(changed).isNotEqualTo(MODEL);
        assertThat(violations("a.bpmn", changed)).extracting(Violation::element).contains(element);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "expressionLanguage='groovy'",
                "expressionLanguage='feel '",
                "xmlns:c='http://camunda.org/schema/1.0/dmn' c:inputVariable='x'",
                "xmlns:c='http://camunda.org/schema/1.0/bpmn' c:class='x'"
            })
    void refusesEveryOtherSettingOfATable(String attribute) {
        assertThat(violations("a.dmn", TABLE.replaceFirst("<inputExpression ", "<inputExpression " + attribute + " ")))
                .singleElement()
                .extracting(Violation::element)
                .isNotEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{constructor.constructor('x')()}}",
                "{{",
                "a\u202Eb",
                "a\u200Bb",
                "a&#8238;b",
                "a\u2028b",
                "a\u3164b"
            })
    void refusesNamesThatPagesTakeForCommandsOrThatShowAsSomethingElse(String name) {
        assertThat(violations("a.bpmn", MODEL.replace("name=\"Put the rule to the Board\"", "name=\"" + name + "\"")))
                .singleElement()
                .extracting(Violation::element)
                .isEqualTo("Service_ReferRule");
        assertThat(violations(
                        "a.bpmn",
                        MODEL.replace(
                                "isExecutable=\"true\"", "isExecutable=\"true\" camunda:jobPriority=\"" + name + "\"")))
                .isNotEmpty();
        assertThat(violations(
                        "a.bpmn", MODEL.replace("camunda:versionTag=\"1.0\"", "camunda:versionTag=\"" + name + "\"")))
                .extracting(Violation::element)
                .containsExactly("approve-sign-off-rule");
        assertThat(violations("a.bpmn", MODEL.replace("<bpmn:documentation>Called", "<bpmn:documentation>" + name)))
                .hasSize(1);
        assertThat(violations("a.dmn", TABLE.replace("<description>", "<description>" + name)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Servic\u00E9", "Service\u0405tep", "Service Step", "1Service", "Service:Step", "Ser\uFF56ice"})
    void refusesIdsThatAreNotPlain(String id) {
        assertThat(violations("a.bpmn", MODEL.replace("Service_ReferRule\" name", id + "\" name")))
                .isNotEmpty();
    }

    @Test
    void refusesWhatReadersOfFilesCouldBeLedAstrayBy() {
        assertThat(violations("a.bpmn", "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + body()))
                .hasSize(1);
        assertThat(violations("a.bpmn", "<?xml-stylesheet href='x'?>" + body())).hasSize(1);
        assertThat(violations("a.bpmn", "<a>".repeat(5_000) + "</a>".repeat(5_000)))
                .hasSize(1);
        assertThat(violations("a.bpmn", body().replace("</bpmn:process>", "<bpmn:subProcess id='X'>".repeat(5_000))))
                .hasSize(1);
        assertThat(violations("a.bpmn", body().substring(0, 3_000))).hasSize(1);
        assertThat(violations("a.bpmn", " ".repeat(1_100_000) + body())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "isExecutable=\"true\", isExecutable=\"TRUE\"",
        "isExecutable=\"true\", isExecutable=\" true\"",
        "isExecutable=\"true\", isExecutable=\"1\"",
        "camunda:asyncAfter=\"true\", camunda:asyncAfter=\"TRUE\"",
        "camunda:asyncAfter=\"true\", camunda:asyncAfter=\"on\"",
        "cancelActivity=\"false\", cancelActivity=\"no\"",
        "cancelActivity=\"false\", cancelActivity=\"False\""
    })
    void refusesOtherSpellingsOfTheWordsOfASetting(String from, String to) {
        String model = MODEL.contains(from) ? MODEL : Shipped.text("dpia.bpmn");

        assertThat(model).contains(from);
        assertThat(violations("a.bpmn", model.replace(from, to)))
                .extracting(Violation::rule)
                .anyMatch(rule -> rule.contains("to the letter"));
    }

    @Test
    void refusesMoreThanCanBeCheckedInTime() {
        assertThat(violations(
                        "a.bpmn",
                        MODEL.replace("</bpmn:process>", "<bpmn:endEvent id='X'/>".repeat(300) + "</bpmn:process>")))
                .singleElement()
                .extracting(Violation::rule)
                .asString()
                .startsWith("the model has more than 300 steps");
        assertThat(violations("a.dmn", TABLE.replaceFirst("<rule ", "<rule id='X'/>".repeat(500) + "<rule ")))
                .singleElement()
                .extracting(Violation::rule)
                .asString()
                .startsWith("the table has more than 500 rows");
    }

    @Test
    void readsWhatIsWrittenInAnotherEncodingAllTheSame() {
        String model = body().replace(SERVICE, "camunda:type=\"shell\"");
        for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
            assertThat(Harmless.violations(new ModelFile(
                            "a.bpmn",
                            ("<?xml version=\"1.0\" encoding=\"" + charset + "\"?>" + model).getBytes(charset))))
                    .isNotEmpty();
        }
    }

    private static String body() {
        return MODEL.substring(MODEL.indexOf("?>") + 2);
    }
}
