package gm.sharing.workflow.gate;

import static gm.sharing.workflow.gate.HarmlessFiles.violations;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.Shipped;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no form may hold, however it is written. */
class HarmlessFormsTests {

    private static final String FORM = Shipped.text("approve-sign-off-rule.form");

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"validate\": {\"max\": 1e309}",
                "\"validate\": {\"min\": -1e400000000}",
                "\"defaultValue\": 1e309",
                "\"increment\": 1e309",
                "\"validate\": {\"max\": 1e15}"
            })
    void refusesNumbersThatNobodyCanWorkWith(String setting) {
        assertThat(violations(
                        "a.form",
                        form("{\"type\": \"number\", \"id\": \"N\", \"key\": \"n\", \"label\": \"n\", " + setting
                                + "}")))
                .singleElement()
                .extracting(Violation::rule)
                .asString()
                .contains("a number of at most 15 digits");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "textfield | \"validate\": {\"validationType\": \"url\"} | one of custom, email, phone;",
                "textfield | \"validate\": {\"validationType\": \"Email\"} | one of custom, email, phone;",
                "datetime | \"dateLabel\": \"D\", \"subtype\": \"year\" | one of date, time, datetime;",
                "datetime | \"subtype\": \"time\", \"timeSerializingFormat\": \"local\" | one of utc_offset,",
                "button | \"action\": \"delete\" | one of submit, reset;"
            })
    void refusesWordsThatNoSettingHas(String type, String setting, String told) {
        assertThat(violations("a.form", field(type, "\"label\": \"n\", " + setting)))
                .extracting(Violation::rule)
                .anyMatch(rule -> rule.contains(told));
    }

    @ParameterizedTest
    @ValueSource(strings = {"textfield", "number", "checkbox", "button", "datetime"})
    void refusesWhatHasNoLabel(String type) {
        assertThat(violations("a.form", field(type, "\"action\": \"submit\"".repeat(type.equals("button") ? 1 : 0))))
                .extracting(Violation::rule)
                .anyMatch(rule -> rule.contains("has no label"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: =b = null; b: =a = null",
                "a: =b = null; b: =c = null; c: =a = null",
                "a: =1 = 1",
                "a: =b = null; b: =true"
            })
    void refusesQuestionsThatNobodyEverSees(String conditions) {
        assertThat(violations("a.form", choices(conditions)))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.rule()).contains("nobody ever sees"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: =b != null; b: =a != null",
                "a: ; b: =a = null",
                "a: =b = null; b: =c = null; c: =b != null",
                "a: =given = null",
                "a: =a = null",
                "a: =b = null or given; b: =a = null"
            })
    void takesQuestionsThatSomebodyCanComeToSee(String conditions) {
        assertThat(violations("a.form", choices(conditions))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dynamiclist, a: =b = null; b: =a = null",
        "dynamiclist, a: =this.b = null; b: =this.a = null",
        "group, a: =inner.b = null; b: =inner.a = null",
        "group, a: =inner.b = null; b: =inner.c = null; c: =this.a = null"
    })
    void refusesQuestionsOfRowsAndGroupsThatNobodyEverSees(String type, String conditions) {
        assertThat(violations("a.form", form(inner(type, conditions))))
                .isNotEmpty()
                .allSatisfy(violation -> {
                    assertThat(violation.rule()).contains("nobody ever sees");
                    assertThat(violation.element()).isIn("a", "b", "c");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "dynamiclist, a: ; b: =this.a = null",
        "dynamiclist, a: =outer = null; b: =a = null",
        "dynamiclist, a: =parent.outer = null; b: =this.a = null",
        "group, a: =inner.b != null; b: =inner.a != null"
    })
    void takesQuestionsOfRowsAndGroupsThatSomebodyCanComeToSee(String type, String conditions) {
        assertThat(violations("a.form", form(choice("outer", "") + "," + inner(type, conditions))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void takesTheFormsThatComeWithTheApplication(Path form) {
        assertThat(violations(form.getFileName().toString(), HarmlessFiles.read(form.toString())))
                .isEmpty();
    }

    static List<Path> shipped() {
        return Shipped.ending(".form");
    }

    /** What people write there would not arrive, or they could not tell what they choose. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            textBlock =
                    """
            {'type': 'dynamiclist', 'id': 'F', 'path': 'x', 'label': 'L', 'components': [%s]} | rows that are collapsed are not sent; tick “Disable collapse”
            {'type': 'dynamiclist', 'id': 'F', 'path': 'x', 'label': 'L', 'disableCollapse': false, 'components': [%s]} | rows that are collapsed are not sent
            {'type': 'dynamiclist', 'id': 'F', 'path': 'x', 'label': 'L', 'disableCollapse': true, 'components': []} | there is nothing to answer in it
            {'type': 'group', 'id': 'F', 'path': 'x', 'label': 'L', 'components': []} | there is nothing to answer in it
            {'type': 'dynamiclist', 'id': 'F', 'path': 'x', 'label': 'L', 'disableCollapse': true, 'components': [{'type': 'group', 'id': 'G', 'label': 'M', 'components': [{'type': 'select', 'id': 'S', 'key': 's', 'label': 'N', 'searchable': true, 'values': [{'label': 'A', 'value': 'a'}]}]}]} | switch “Searchable” off
            {'type': 'radio', 'id': 'F', 'key': 'x', 'label': 'L', 'values': [{'label': 'A', 'value': 'a'}, {'label': 'A ', 'value': 'b'}]} | two options are called “A ”
            {'type': 'checklist', 'id': 'F', 'key': 'x', 'label': 'L', 'values': [{'label': 'A', 'value': 'a'}, {'label': 'A', 'value': 'b'}]} | two options are called “A”
            {'type': 'radio', 'id': 'F', 'key': 'x', 'label': 'L', 'values': [{'label': 'A', 'value': ' yes '}, {'label': 'B', 'value': 'yes'}]} | the value “ yes ” of an option could never be chosen
            {'type': 'checklist', 'id': 'F', 'key': 'x', 'label': 'L', 'values': [{'label': 'A', 'value': 'e\u0301'}]} | of an option could never be chosen
            {'type': 'text', 'id': 'T', 'text': 'A'}, {'type': 'text', 'id': 'T', 'text': 'B'} | two parts of the form have the id “T”
            {'type': 'textfield', 'id': 'F', 'key': 'i', 'label': 'L'} | browsers know something else by the name “i”
            {'type': 'table', 'id': 'T', 'dataSource': '=x', 'columns': [{'id': 'c', 'label': 'A', 'key': 'a'}]} | the table has no label
            {'type': 'table', 'id': 'T', 'label': 'L', 'dataSource': '=x', 'columns': []} | the table has no columns
            {'type': 'table', 'id': 'T', 'label': 'L', 'dataSource': '=x', 'columns': [{'id': 'c', 'label': ' ', 'key': 'a'}]} | the table has no columns
            """)
    void refusesListsGroupsAndChoicesThatDoNotTakeWhatPeopleMean(String field, String rule) {
        assertThat(violations("a.form", form(field.formatted(choice("outer", "")))))
                .anySatisfy(violation -> assertThat(violation.rule()).contains(rule));
    }

    /** Choices in rows, or in a group with a path. */
    private static String inner(String type, String conditions) {
        return "{'type': '%s', 'id': 'F_Inner', 'path': 'inner', 'label': 'Several', %s'components': [%s]}"
                .formatted(type, type.equals("group") ? "" : "'disableCollapse': true, ", fields(conditions));
    }

    /** Choices with the condition of each behind its key. */
    private static String choices(String conditions) {
        return form(fields(conditions));
    }

    private static String fields(String conditions) {
        return Arrays.stream(conditions.split("; "))
                .map(one -> one.split(": ?", 2))
                .map(one -> choice(one[0], one[1]))
                .collect(Collectors.joining(","));
    }

    private static String choice(String key, String condition) {
        return ("{'type': 'radio', 'key': '%s', 'id': 'F_%s', 'label': 'Which', 'values': [{'label': 'Yes',"
                        + " 'value': 'yes'}]%s}")
                .formatted(key, key, condition.isBlank() ? "" : ", 'conditional': {'hide': '" + condition + "'}");
    }

    private static String form(String fields) {
        return ("{'id': 'a', 'type': 'default', 'executionPlatform': 'Camunda Platform', 'executionPlatformVersion':"
                        + " '7.24.0', 'schemaVersion': 18, 'components': [" + fields + "]}")
                .replace('\'', '"');
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

    private static String field(String type, String settings) {
        String key = type.equals("button") ? "" : ", \"key\": \"n\"";
        return form("{\"type\": \"%s\", \"id\": \"N\"%s%s}"
                .formatted(type, key, settings.isEmpty() ? "" : ", " + settings));
    }
}
