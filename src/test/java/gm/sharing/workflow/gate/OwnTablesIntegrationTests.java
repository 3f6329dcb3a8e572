package gm.sharing.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A process owner's own table, which an own process asks about an answer to an own question: whatever people answer, it goes on. */
@Tag("one-database")
@DemoApplication
class OwnTablesIntegrationTests {

    private static final String ANY_NUMBER = "\"type\": \"number\"";
    private static final String WHOLE = "\"type\": \"number\", \"decimalDigits\": 0";
    private static final String WITHIN = WHOLE + ", \"validate\": {\"min\": 0, \"max\": 500}";
    private static final String TEXT = "\"type\": \"textfield\", \"validate\": {\"maxLength\": 100}";
    private static final String CHOICE =
            "\"type\": \"select\", \"values\": [{\"label\": \"A\", \"value\": \"a\"}, {\"label\": \"B\", \"value\": \"b\"}]";
    private static final String TRUTH = "\"type\": \"checkbox\"";

    @Autowired
    Gate gate;

    @ParameterizedTest
    @CsvSource({
        "double, any",
        "double, whole",
        "double, within",
        "long, whole",
        "long, within",
        "integer, within",
    })
    void takesAColumnForEveryNumberThatTheFormAllows(String type, String question) {
        assertThat(model(question(question), table(type, "< 10", ">= 10"), "singleEntry", "${size == 'large'}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "integer, any",
        "integer, whole",
        "long, any",
        "boolean, any",
        "integer, text",
        "double, text",
        "boolean, choice"
    })
    void refusesAColumnThatNotEveryAnswerFits(String type, String question) {
        assertThat(model(question(question), table(type, "< 10", ">= 10"), "singleEntry", "${size == 'large'}"))
                .anyMatch(rule -> rule.contains("as “partnerCount”, but its column is of the type " + type));
    }

    @ParameterizedTest
    @CsvSource({
        "integer, ${5}, true",
        "integer, 12, true",
        "integer, ${5.5}, false",
        "integer, ${99999999999}, false",
        "long, ${99999999999}, true",
        "integer, ${loaned + 1}, false",
        "long, 1.5, false",
        "boolean, true, true"
    })
    void looksAtWhatElseFeedsAColumn(String type, String told, boolean fits) {
        String model = read("size-of-sharing.bpmn")
                .replace("value=\"partnerCount\"", "value=\"partner\"")
                .replace(
                        ASKED,
                        "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"partnerCount\">"
                                + told.replace("loaned + 1", "execution.currentActivityName.length() + 1")
                                + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>" + ASKED);
        String cells = type.equals("boolean") ? "true" : "< 10";
        String others = type.equals("boolean") ? "false" : ">= 10";

        assertThat(
                        violations(
                                        file("size-of-sharing.bpmn", model),
                                        file("sharing-size.dmn", table(type, cells, others)))
                                .stream()
                                .filter(rule -> rule.contains("but its column")))
                .hasSize(fits ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    double  | integer | partnerCount / 2                   | says “
                    integer | integer | partnerCount + 1                   | says “2147483648”; the column has the type integer
                    double  | long    | partnerCount                       | says “
                    double  | string  | if partnerCount > 2 then "a" else 5 | says “5”; the column has the type string
                    double  | double  | partnerCount / 0                   | says nothing
                    double  | double  | modulo(3, partnerCount)            | FEEL stops at
                    integer | long    | partnerCount + 1                   |
                    double  | double  | partnerCount / 2                   |
                    """)
    void takesWhatFitsTheColumnThatAnswersWhateverIsSo(String in, String out, String cell, String because) {
        String table = table(in, "-", null)
                .replace("name=\"size\" typeRef=\"string\"", "name=\"size\" typeRef=\"" + out + "\"")
                .replace("<text>\"small\"</text>", "<text>" + escaped(cell) + "</text>");

        assertSays(violations(file("sharing-size.dmn", table)), because);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    substring(partnerCount, 3)                                                     | FEEL stops at “substring(partnerCount, 3)” where partnerCount = ""
                    substring(partnerCount, 1, 4)                                                  |
                    if string length(partnerCount) > 1 then substring(partnerCount, 5) else "none" | FEEL stops at
                    if string length(partnerCount) > 4 then substring(partnerCount, 5) else "none" |
                    upper case(partnerCount)                                                       |
                    string(number(partnerCount))                                                   | says nothing
                    if date(partnerCount) + duration("P999999999Y") > date("2027-01-01") then "a" else "b" | FEEL stops at
                    """)
    void takesFunctionsThatMakeSomethingOfEveryText(String cell, String because) {
        String table =
                table("string", "-", null).replace("<text>\"small\"</text>", "<text>" + escaped(cell) + "</text>");

        assertSays(violations(file("sharing-size.dmn", table)), because);
    }

    @Test
    void refusesAConditionAtWhichFeelStops() {
        assertThat(violations(file("sharing-size.dmn", table("string", "substring(?, 3) = \"a\"", "not(\"a\")"))))
                .singleElement()
                .asString()
                .startsWith("FEEL stops at");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    COLLECT       | < 6  | >= 5 | singleEntry    | rows 1 and 2 both answer partnerCount = 5
                    COLLECT       | < 6  | >= 5 | singleResult   | rows 1 and 2 both answer partnerCount = 5
                    RULE ORDER    | < 6  | >= 5 | singleEntry    | rows 1 and 2 both answer partnerCount = 5
                    COLLECT       | < 6  | >= 5 | collectEntries |
                    COLLECT       | < 6  | >= 5 | resultList     |
                    COLLECT       | < 6  | >= 6 | singleEntry    |
                    FIRST         | < 6  | -    | singleEntry    |
                    COLLECT" aggregation="COUNT | < 6 | >= 5 | singleEntry |
                    COLLECT" aggregation="SUM   | < 6 | >= 5 | singleEntry | only numbers can be aggregated so
                    """)
    void asksForOneRowOnlyWhereOneAnswers(String policy, String one, String other, String how, String because) {
        assertSays(
                model(
                        question("any"),
                        table("double", one, other).replace("\"UNIQUE\"", "\"" + policy + "\""),
                        how,
                        "${empty size}"),
                because);
    }

    @Test
    void asksWhileItEndsForOneRowOnlyWhereOneAnswers() {
        String table = table("double", "< 6", ">= 5").replace("\"UNIQUE\"", "\"COLLECT\"");
        String asking = told(question("any"))
                .replace(" camunda:mapDecisionResult=\"singleEntry\" camunda:resultVariable=\"size\"", "")
                .replace(
                        "</camunda:inputParameter></camunda:inputOutput>",
                        "</camunda:inputParameter>"
                                + "<camunda:outputParameter name=\"size\">${decisionResult.getSingleEntry()}</camunda:outputParameter></camunda:inputOutput>");

        assertThat(violations(
                        file("size-of-sharing.bpmn", asking), file("sharing-size.dmn", table), form(question("any"))))
                .anyMatch(rule -> rule.contains("rows 1 and 2 both answer"));
        assertThat(violations(
                        file(
                                "size-of-sharing.bpmn",
                                asking.replace("getSingleEntry()", "getFirstResult().getEntry('size')")),
                        file("sharing-size.dmn", table),
                        form(question("any"))))
                .anyMatch(rule -> rule.contains("there may be no answer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    3651 | takes a number from 0 to 3650, not 3651
                    -1   | takes a number from 0 to 3650, not -1
                    3650 |
                    """)
    void countsNoMoreDaysThanCanBeCountedAlsoWhereATableSaysThem(String days, String because) {
        String table = table("double", "< 10", ">= 10")
                .replace("name=\"size\" typeRef=\"string\"", "name=\"size\" typeRef=\"integer\"")
                .replace("<text>\"small\"</text>", "<text>5</text>")
                .replace("<text>\"large\"</text>", "<text>" + days + "</text>");

        assertSays(
                model(question("any"), table, "singleEntry", "${workingDays.from(now(), size).after(now())}"), because);
    }

    @Test
    void asksForOneColumnOnlyWhereThereIsOne() {
        String two = table("double", "< 10", ">= 10")
                .replaceAll(
                        "(<output [^>]*/>)",
                        "$1<output id=\"Output_Why\" label=\"Why\" name=\"why\" typeRef=\"string\" />")
                .replaceAll(
                        "(<outputEntry id=\")([^\"]*)(\">\\s*<text>[^<]*</text>\\s*</outputEntry>)",
                        "$1$2$3$1$2_why$3");

        for (String how : List.of("singleEntry", "collectEntries")) {
            assertSays(model(question("any"), two, how, "${empty size}"), "has several columns");
        }
        assertSays(model(question("any"), two, "singleResult", "${size.why == 'large'}"), null);
        assertSays(model(question("any"), two, "singleResult", "${size.wy == 'large'}"), "did you mean why");
        assertSays(model(question("any"), two, "resultList", "${size[0].why == 'large'}"), null);
    }

    @Test
    void takesNoListOfWordsForAQuestionThatTakesAnyText() {
        String words = table("string", "\"a\"", "\"b\"")
                .replace(
                        "</inputExpression>",
                        "</inputExpression><inputValues id=\"V\"><text>\"a\",\"b\"</text></inputValues>");

        assertSays(
                model(question("text"), words, "singleEntry", "${size == 'large'}"),
                "is told any text as “partnerCount”");
        assertSays(model(question("choice"), words, "singleEntry", "${size == 'large'}"), "is told “”");
    }

    @Test
    void takesNoColumnThatWorksSomethingOut() {
        assertThat(violations(file(
                        "sharing-size.dmn",
                        table("integer", "< 10", ">= 10")
                                .replace("<text>partnerCount</text>", "<text>partnerCount / 2</text>"))))
                .containsExactly("the column is not about one fact; work it out in an input of the step");
    }

    /** A condition that is neither true nor false stops the process: where no row answers, or a cell makes nothing of nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -    | any    | ${size}         | there may be nothing here
                    < 10 | any    | ${size}         | there may be nothing here
                    -    | any    | ${size == true} |
                    -    | truth  | ${size}         | there may be nothing here
                    """)
    void comparesWhatMayBeNothing(String cell, String question, String condition, String because) {
        String type = question.equals("any") ? "double" : "boolean";
        String table = table(type, cell, cell.equals("-") ? null : ">= 10")
                .replace("name=\"size\" typeRef=\"string\"", "name=\"size\" typeRef=\"boolean\"")
                .replace("\"small\"", question.equals("any") ? "partnerCount > 2" : "not(partnerCount)")
                .replace("\"large\"", "true")
                .replace("partnerCount > 2", "partnerCount &gt; 2");

        assertSays(model(question(question), table, "singleEntry", condition), because);
    }

    private static void assertSays(List<String> rules, String because) {
        if (because == null) {
            assertThat(rules).isEmpty();
        } else {
            assertThat(rules).anyMatch(rule -> rule.contains(because));
        }
    }

    private static final String ASKED = "<bpmn:incoming>F1</bpmn:incoming>";

    private List<String> model(String question, String table, String how, String condition) {
        String model = told(question)
                .replace("mapDecisionResult=\"singleEntry\"", "mapDecisionResult=\"" + how + "\"")
                .replace("${size == 'large'}", condition);
        assertThat(model).contains(how, condition);
        return violations(file("size-of-sharing.bpmn", model), file("sharing-size.dmn", table), form(question));
    }

    private static String told(String question) {
        assertThat(question).isNotBlank();
        return read("size-of-sharing.bpmn")
                .replace("value=\"partnerCount\"", "value=\"partner\"")
                .replace(
                        ASKED,
                        "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"partnerCount\">"
                                + "${answers.of(execution, 'how-many', 'many')}</camunda:inputParameter></camunda:inputOutput>"
                                + "</bpmn:extensionElements>" + ASKED);
    }

    /** Of the first file and the table, next to the others and all that is shipped. */
    private List<String> violations(ModelFile... files) {
        List<ModelFile> together = Stream.concat(
                        Stream.of(files),
                        Shipped.all().stream()
                                .map(path -> path.getFileName().toString())
                                .map(name -> file(name, Shipped.text(name))))
                .toList();
        return Stream.of(files)
                .filter(file -> file.kind() != ModelFile.Kind.FORM)
                .flatMap(file -> gate.violations(file, together, Surroundings.NONE).stream())
                .map(Violation::rule)
                .toList();
    }

    private static String question(String name) {
        return switch (name) {
            case "any" -> ANY_NUMBER;
            case "whole" -> WHOLE;
            case "within" -> WITHIN;
            case "text" -> TEXT;
            case "choice" -> CHOICE;
            default -> TRUTH;
        };
    }

    /** The second row is left out where it says nothing. */
    private static String table(String type, String one, String other) {
        String table = read("sharing-size.dmn")
                .replace("typeRef=\"integer\"", "typeRef=\"" + type + "\"")
                .replace("<text>&lt; 10</text>", "<text>" + escaped(one) + "</text>");
        return other == null
                ? table.replaceAll("(?s)<rule id=\"Rule_Large\">.*?</rule>", "")
                : table.replace("<text>&gt;= 10</text>", "<text>" + escaped(other) + "</text>");
    }

    private static String escaped(String cell) {
        return cell.replace("<", "&lt;").replace(">", "&gt;");
    }

    private static ModelFile form(String question) {
        return file(
                "how-many.form",
                "{\"type\": \"default\", \"schemaVersion\": 16, \"id\": \"how-many\", \"components\": [{\"id\": \"Field_Many\","
                        + " \"key\": \"many\", \"label\": \"How many?\", " + question + "}]}");
    }

    private static ModelFile file(String name, String content) {
        return new ModelFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/reasonable-models", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
