package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no file may hold or be called, however it is written. */
class HarmlessTests {

    private static final String MODEL = Shipped.text("approve-sign-off-rule.bpmn");
    private static final String TABLE = Shipped.text("review-deadlines.dmn");
    private static final String FORM = Shipped.text("approve-sign-off-rule.form");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"id\": 7}",
                "{\"type\": \"default\"}",
                "{\"id\": \"a b\"}",
                "{\"id\": \"a\", \"id\": \"b\"}",
                "{\"id\": \"a\"} {\"id\": \"b\"}",
                "{'id': 'a'}",
                "// comment\n{\"id\": \"a\"}"
            })
    void refusesFormsThatCannotBeRead(String content) {
        assertThat(violations("a.form", content)).hasSize(1);
    }

    @Test
    void refusesFormsOfManyLevels() {
        assertThat(violations("a.form", "{\"components\":[".repeat(5_000))).hasSize(1);
        assertThat(violations("a.form", "[".repeat(100_000))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type': 'hologram'",
                "'type': 'filepicker', 'key': 'f'",
                "'type': 'documentPreview'",
                "'type': 'iframe', 'url': 'https://example.org'",
                "'type': 'html', 'content': 'x'",
                "'type': 'image', 'source': 'https://example.org/x.png'",
                "'type': 'expression', 'key': 'x', 'expression': '=1'",
                "'type': 'Textfield', 'key': 'x'",
                "'type': 'textfield', 'key': 'x y'",
                "'type': 'textfield', 'key': 'x', 'disabled': true",
                "'type': 'textfield', 'key': 'x', 'defaultValue': '=y'",
                "'type': 'textfield', 'key': 'x', 'validate': {'maxLength': '=y'}",
                "'type': 'textfield', 'key': 'x', 'validate': {'pattern': '('}",
                "'type': 'textfield', 'key': 'x', 'validate': {'pattern': '(a+)+$'}",
                "'type': 'textfield', 'key': 'x', 'validate': {'custom': 1}",
                "'type': 'textfield', 'key': 'x', 'conditional': {'hide': '=true'}",
                "'type': 'select', 'key': 'x'",
                "'type': 'select', 'key': 'x', 'values': [{'label': 'A', 'value': 'a'}, {'label': 'B', 'value': 'a'}]",
                "'type': 'dynamiclist', 'components': []",
                "'type': 'textfield', 'key': 'x', 'validate': {'minLength': 9, 'maxLength': 8}",
                "'type': 'number', 'key': 'x', 'validate': {'min': 9, 'max': 8}",
                "'type': 'number', 'key': 'x', 'validate': {'max': '=y'}",
                "'type': 'textfield', 'key': 'x', 'readonly': '=1 = 1'",
                "'type': 'textfield', 'key': 'x', 'layout': {'columns': 17}",
                "'type': 'table', 'dataSource': '=x', 'rowCount': 2000000000",
                "'type': 'radio', 'key': 'x', 'defaultValue': 'b', 'values': [{'label': 'A', 'value': 'a'}]",
                "'type': 'textfield', 'key': 'x', 'readonly': true, 'validate': {'required': true}",
                "'type': 'checkbox', 'key': 'x', 'readonly': true, 'defaultValue': true, 'validate': {'required': true}",
                "'type': 'select', 'key': 'x', 'values': []",
                "'type': 'taglist', 'key': 'x', 'values': [], 'validate': {'required': true}",
                "'type': 'textfield', 'key': 'x', 'validate': {'maxLength': 0}",
                "'type': 'textarea', 'key': 'x', 'validate': {'minLength': -1}",
                "'type': 'number', 'key': 'x', 'validate': {'min': 1000000000000000}",
                "'type': 'number', 'key': 'x', 'decimalDigits': 0, 'validate': {'min': 1.2, 'max': 1.8}",
                "'type': 'number', 'key': 'x', 'increment': '10', 'validate': {'min': 1, 'max': 9}",
                "'type': 'number', 'key': 'x', 'increment': 0",
                "'type': 'number', 'key': 'x', 'defaultValue': 9, 'validate': {'max': 8}",
                "'type': 'textfield', 'key': 'x', 'defaultValue': 'long', 'validate': {'maxLength': 3}",
                "'type': 'checklist', 'key': 'x', 'defaultValue': ['b'], 'values': [{'label': 'A', 'value': 'a'}]",
                "'type': 'textfield', 'key': 'x', 'validate': {'pattern': '^\\\\p{L}+$'}",
                "'type': 'textfield', 'key': 'x', 'validate': {'pattern': 'a++'}",
                "'type': 'textfield', 'key': 'x', 'validate': {'pattern': '[a-z&&[^b]]'}",
                "'type': 'textfield', 'key': 'x', 'validate': {'pattern': '\\\\Qa\\\\E'}"
            })
    void refusesFieldsThatTheTaskListCannotShow(String field) {
        String component = "{'id': 'Field_X', 'label': 'Label', " + field + "}";
        assertThat(violations(
                        "a.form",
                        FORM.replaceFirst(
                                "\"components\"\\s*:\\s*\\[",
                                "$0" + Matcher.quoteReplacement(component.replace('\'', '"')) + ",")))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.element()).isIn("x", "x y", "Field_X", "f"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type': 'textfield', 'key': 'x', 'readonly': true, 'defaultValue': 'as it was'",
                "'type': 'textfield', 'key': 'x', 'readonly': false, 'validate': {'required': true}",
                "'type': 'textfield', 'key': 'x', 'validate': {'minLength': 3, 'maxLength': 3, 'pattern': '^[A-Z]{2}\\\\d$'}",
                "'type': 'textfield', 'key': 'x', 'validate': {'pattern': '[^@\\\\s]+@[a-z.\\\\-]+[.][a-z]{2,}'}",
                "'type': 'textfield', 'key': 'x', 'validate': {'validationType': 'email'}",
                "'type': 'number', 'key': 'x', 'decimalDigits': 1, 'defaultValue': '1.5', 'validate': {'min': 1.2, 'max': 1.8}",
                "'type': 'number', 'key': 'x', 'increment': '0.5', 'validate': {'min': -1, 'max': 0}",
                "'type': 'checkbox', 'key': 'x', 'defaultValue': false, 'validate': {'required': true}",
                "'type': 'checklist', 'key': 'x', 'defaultValue': ['a'], 'values': [{'label': 'A', 'value': 'a'}]",
                "'type': 'textfield', 'key': 'x', 'layout': {'row': 'Row_1', 'columns': null}, 'properties': {'heading': 'H'}",
                "'type': 'table', 'dataSource': '=x', 'rowCount': 10, 'columns': [{'id': 'C', 'label': 'C', 'key': 'c'}]"
            })
    void takesFieldsThatPeopleCanAnswer(String field) {
        assertThat(violations("a.form", withField("'id': 'Field_X', 'label': 'Label', " + field)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
                    'id': 'F', 'type': 'textfield', 'key': 7, 'label': 'L'                                    | “key” is a text in quotes
                    'id': 'F', 'type': 'textfield', 'key': null, 'label': 'L'                                 | “key” is a text in quotes
                    'id': 'F', 'type': ['textfield'], 'key': 'x', 'label': 'L'                                | “type” is a text in quotes
                    'id': 'F', 'type': 'textfield', 'key': 'x', 'label': {'en': 'L'}                          | “label” is a text in quotes
                    'id': 'F', 'type': 'textfield', 'key': 'x', 'label': 'L', 'properties': 'heading'         | “properties” is a group of settings in { }
                    'id': 'F', 'type': 'textfield', 'key': 'x', 'label': 'L', 'properties': ['agreement']     | “properties” is a group of settings in { }
                    'id': 'F', 'type': 'textfield', 'key': 'x', 'label': 'L', 'properties': {'document': 1}   | “properties.document” is a text in quotes
                    'id': 'F', 'type': 'textfield', 'key': 'x', 'label': 'L', 'validate': 'required'          | “validate” is a group of settings in { }
                    'id': 'F', 'type': 'textfield', 'key': 'x', 'label': 'L', 'validate': {'pattern': 5}      | “validate.pattern” is a text in quotes
                    'id': 'F', 'type': 'textfield', 'key': 'x', 'label': 'L', 'conditional': '=y'             | “conditional” is a group of settings in { }
                    'id': 'F', 'type': 'textfield', 'key': 'x', 'label': 'L', 'conditional': {'hide': true}   | “conditional.hide” is a text in quotes
                    'id': 'F', 'type': 'textfield', 'key': 'x', 'label': 'L', 'layout': 4                     | “layout” is a group of settings in { }
                    'id': 'F', 'type': 'textfield', 'key': 'x', 'label': 'L', 'defaultValue': ['a']           | “defaultValue” is a text in quotes
                    'id': 'F', 'type': 'checkbox', 'key': 'x', 'label': 'L', 'defaultValue': 'true'           | “defaultValue” is true or false, without quotes
                    'id': 'F', 'type': 'number', 'key': 'x', 'label': 'L', 'defaultValue': 'many'             | “defaultValue” is a number
                    'id': 'F', 'type': 'number', 'key': 'x', 'label': 'L', 'decimalDigits': 1000000           | “decimalDigits” is a whole number from 0 to 15
                    'id': 'F', 'type': 'radio', 'key': 'x', 'label': 'L', 'values': {'a': 'A'}                | “values” is a list of items in { }
                    'id': 'F', 'type': 'radio', 'key': 'x', 'label': 'L', 'values': ['a', 'b']                | “values” is a list of items in { }
                    'id': 'F', 'type': 'radio', 'key': 'x', 'label': 'L', 'values': [{'label': 'A', 'value': 1}] | “values.value” is a text in quotes
                    'id': 'F', 'type': 'radio', 'key': 'x', 'label': 'L', 'values': [{'label': 'A', 'value': 'a', 'b': 1}] | the setting “values.b” is not known here
                    'id': 'F', 'type': 'dynamiclist', 'path': 'p', 'label': 'L', 'components': {'a': 1}       | “components” is a list in [ ]
                    'id': 'F', 'type': 'dynamiclist', 'path': 'p', 'label': 'L', 'components': ['name']       | number 1 of the fields of “p” is no field
                    'id': 'F', 'type': 'dynamiclist', 'path': 'p', 'label': 'L', 'defaultRepetitions': 1000000 | “defaultRepetitions” is a whole number from 0 to 50
                    'id': 'F', 'type': 'group', 'label': 'L', 'showOutline': 'yes', 'components': []          | “showOutline” is true or false, without quotes
                    'id': 'F', 'type': 'table', 'label': 'L', 'dataSource': '=x', 'columns': {'key': 'c'}     | “columns” is a list of items in { }
                    """)
    void refusesSettingsOfAnotherKindThanModelerWrites(String field, String because) {
        assertThat(violations("a.form", withField(field))).isNotEmpty().allSatisfy(violation -> {
            assertThat(violation.element()).isIn("x", "p", "F", "7", "null");
            assertThat(violation.rule()).contains(because);
        });
    }

    @Test
    void refusesAFormWhoseHeadIsOfAnotherKind() {
        for (var changed : List.of(
                FORM.replace("\"type\": \"default\"", "\"type\": [\"default\"]"),
                FORM.replace("\"executionPlatform\": \"Camunda Platform\"", "\"executionPlatform\": true"),
                FORM.replaceFirst("\"components\"\\s*:\\s*\\[", "\"exporter\": \"Modeler\", $0"),
                FORM.replaceFirst("\"components\"\\s*:\\s*\\[", "$0 [], "))) {
            assertThat(changed).isNotEqualTo(FORM);
            assertThat(violations("a.form", changed)).hasSize(1);
        }
    }

    private static String withField(String field) {
        return FORM.replaceFirst(
                "\"components\"\\s*:\\s*\\[",
                "$0" + Matcher.quoteReplacement("{" + field.replace('\'', '"') + "}") + ",");
    }

    private static String body() {
        return MODEL.substring(MODEL.indexOf("?>") + 2);
    }

    private static List<Violation> violations(String name, String content) {
        return Harmless.violations(new ModelFile(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
