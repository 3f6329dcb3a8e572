package gm.sharing.workflow.gate.table;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.workflow.gate.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Cells whose answers are bounded say them, or choose between them: whatever a process is told, the program can go on. */
@Tag("one-database")
@DemoApplication
class BoundedCellsIntegrationTests {

    @Autowired
    TableRule rule;

    /** The first of each goes beyond the bounds for what no condition of the table names. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
            review-deadlines     | Rule_Deadline_Board_dueDays      | if partner = "wigan" then 900 else 10        | says “900”
            review-deadlines     | Rule_Deadline_Board_dueDays      | if string length(partner) > 60 then 900 else 10 | says “900”
            review-deadlines     | Rule_Deadline_Board_dueDays      | 5 + 5                                        | works something out
            review-deadlines     | Rule_Deadline_Board_dueDays      | string length(leadOrganisation)              | works something out
            review-deadlines     | Rule_Deadline_Board_dueDays      | if urgency = "urgent" then 10 else 5 * 200   | works something out
            review-deadlines     | Rule_Deadline_Board_dueDays      | number("10")                                 | works something out
            review-deadlines     | Rule_Deadline_Board_dueDays      | max(10, 20)                                  | works something out
            review-deadlines     | Rule_Deadline_Board_dueDays      | urgency                                      | works something out
            review-deadlines     | Rule_Deadline_Board_dueDays      | if urgency = "urgent" then 10 else null      | works something out
            review-deadlines     | Rule_Deadline_Board_dueDays      | -5                                           | says “-5”
            review-deadlines     | Rule_Deadline_Board_dueDays      | 1.5                                          | says “1.5”
            review-deadlines     | Rule_Deadline_Board_dueDays      | "10"                                         | says “10”
            dpia-gate            | Rule_Gate_Rejected_gate          | if rejected > 77 then "stop" else "block"    | says “stop”
            dpia-gate            | Rule_Gate_Rejected_gate          | if rejected > 77 then (if open > 1 then "blok" else "block") else "block" | says “blok”
            dpia-gate            | Rule_Gate_Rejected_gate          | "bl" + "ock"                                 | works something out
            dpia-gate            | Rule_Gate_Rejected_gate          | lower case("BLOCK")                          | works something out
            dpia-screening       | Rule_Screening_Always_outcome    | if criteriaIco > 50 then "MAYBE" else "REQUIRED" | says “MAYBE”
            dpia-risk            | Rule_Risk_PossibleSevere_level   | severity                                     | works something out
            """)
    void sayNothingBeyondThem(String table, String cell, String text, String because) {
        assertThat(violations(changed(Tables.text(table + ".dmn"), cell, text))).anySatisfy(violation -> {
            assertThat(violation.name()).startsWith("row ").contains(", ");
            assertThat(violation.rule()).contains("the cell " + because, "; the column takes ");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
            review-deadlines     | Rule_Deadline_Board_dueDays      | 10
            review-deadlines     | Rule_Deadline_Board_dueDays      | (12)
            review-deadlines     | Rule_Deadline_Board_dueDays      | if partner = "wigan" then 12 else 10
            review-deadlines     | Rule_Deadline_Board_dueDays      | if leadOrganisation = "wigan" then 12 else if partner = "bury" then 14 else 10
            dpia-gate            | Rule_Gate_Rejected_gate          | "block"
            dpia-gate            | Rule_Gate_Rejected_gate          | if rejected > 77 then "warn" else "block"
            dpia-gate            | Rule_Gate_Rejected_gateReason    | "Rejected by " + string(rejected) + " of those who were asked."
            dpia-risk            | Rule_Risk_PossibleSevere_level   | if likelihood = "possible" then "high" else "medium"
            """)
    void chooseBetweenWhatTheProgramTakes(String table, String cell, String text) {
        assertThat(violations(changed(Tables.text(table + ".dmn"), cell, text))).isEmpty();
    }

    /** In a process owner's own table the values beside the column are the bounds. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
            string  | "small","large" | "small"                                        |
            string  | "small","large" | if partnerCount > 77 then "large" else "small" |
            string  | "small","large" | "tiny"                                         | says “tiny”
            string  | "small","large" | if partnerCount > 77 then "huge" else "small"  | says “huge”
            string  | "small","large" | "sm" + "all"                                   | works something out
            string  |                 | "sm" + "all"                                   |
            string  |                 | if partnerCount = 7 then 5 else "a"            | the column has the type string
            integer | [1..30]         | 30                                             |
            integer | [1..30]         | 31                                             | says “31”
            integer | [1..30]         | partnerCount                                   | works something out
            integer | 5,10            | 7                                              | says “7”
            integer | 5,10            | 10                                             |
            integer | 5,              | 5                                              | FEEL cannot read
            string  | partner         | "small"                                        | says “small”
            """)
    void sayWhatStandsBesideTheColumn(String type, String values, String cell, String because) throws IOException {
        String table = Files.readString(Path.of("src/test/resources/reasonable-models/sharing-size.dmn"))
                .replace(
                        "name=\"size\" typeRef=\"string\" />",
                        "name=\"size\" typeRef=\"" + type + "\">"
                                + (values == null
                                        ? ""
                                        : "<outputValues id=\"Values\"><text>" + values + "</text></outputValues>")
                                + "</output>")
                .replace("<text>\"small\"</text>", "<text>" + cell.replace(">", "&gt;") + "</text>")
                .replace("<text>\"large\"</text>", "<text>" + (type.equals("string") ? "\"large\"" : "5") + "</text>");

        List<String> rules = violations(table).stream().map(Violation::rule).toList();

        if (because == null) {
            assertThat(rules).isEmpty();
        } else {
            assertThat(rules).anyMatch(rule -> rule.contains(because));
        }
    }

    @Test
    void sayNoTextThatIsLongerThanAnybodyReads() {
        assertThat(violations(changed(
                        Tables.text("dpia-gate.dmn"),
                        "Rule_Gate_Rejected_gateReason",
                        "\"" + "x".repeat(4_001) + "\"")))
                .anyMatch(violation -> violation.rule().contains("of at most 4,000 characters"));
    }

    private List<Violation> violations(String table) {
        return rule.violations(Tables.file("table.dmn", table), Tables.with());
    }

    private static String changed(String table, String cell, String text) {
        var found =
                Pattern.compile("(id=\"" + cell + "\"[^>]*>\\s*<text>)[^<]*").matcher(table);
        assertThat(found.find()).as(cell).isTrue();
        return found.replaceFirst(result -> Matcher.quoteReplacement(
                result.group(1) + text.replace("<", "&lt;").replace(">", "&gt;")));
    }
}
