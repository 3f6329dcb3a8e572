package gm.sharing.workflow.gate.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gm.sharing.workflow.gate.table.TableRows.TableRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A table that is asked row by row, where some facts are not known. */
class TableRowsTests {

    private static final String BOLTON = "standing-conditions-bolton.dmn";

    private final TableRows bolton = Tables.rows(Tables.table(BOLTON));

    @Test
    void namesWhatItReads() {
        assertThat(bolton.facts()).containsExactlyInAnyOrder("dspt", "dsptCurrent", "retentionMonths", "copy", "dpia");
        assertThat(Tables.rows(Tables.table("standing-conditions-nhsgm.dmn")).facts())
                .as("also in what a column is about")
                .contains("assurances");
    }

    @Test
    void givesTheRowsThatApply() {
        assertThat(bolton.asked(Map.of(
                        "dspt",
                        "dspt-standards-met",
                        "dsptCurrent",
                        true,
                        "retentionMonths",
                        84L,
                        "copy",
                        false,
                        "dpia",
                        "approved")))
                .allMatch(TableRow::applies)
                .extracting(TableRow::id)
                .containsExactly(
                        "Rule_Bolton_ToolkitMet",
                        "Rule_Bolton_Uk",
                        "Rule_Bolton_SevenYears",
                        "Rule_Bolton_NoCopy",
                        "Rule_Bolton_DpiaApproved");
    }

    @Test
    void leadsToTheDpiaOnlyWhereThereIsOne() {
        assertThat(saying("not-required")).noneMatch(reason -> reason.contains("in the DPIA"));
        assertThat(saying("approved")).contains("Read “Transfers abroad” in the DPIA.");
    }

    private List<String> saying(String dpia) {
        return bolton.asked(Map.of("dpia", dpia)).stream()
                .filter(TableRow::applies)
                .map(row -> String.valueOf(row.says().get("reason")))
                .toList();
    }

    @Test
    void leavesOpenWhatReadsSomethingThatIsNotKnown() {
        var rows = bolton.asked(Map.of("dspt", "dspt-standards-met", "copy", true));

        assertThat(rows.stream().filter(TableRow::applies))
                .extracting(TableRow::id)
                .containsExactly("Rule_Bolton_Copy");
        assertThat(rows.stream().filter(row -> row.missing().equals(Set.of("dsptCurrent"))))
                .as("the other rows about the toolkit say no, whatever else is so")
                .extracting(TableRow::id)
                .containsExactly("Rule_Bolton_ToolkitMet", "Rule_Bolton_ToolkitExpired");
        assertThat(rows.stream().filter(row -> row.missing().contains("retentionMonths")))
                .hasSize(2);
    }

    @Test
    void doesNotTakeWhatIsMissingForSomethingElse() {
        var negated = Tables.rows(Tables.file(
                BOLTON, Tables.text(BOLTON).replace("<text>\"approved\"</text>", "<text>not(\"rejected\")</text>")));

        assertThat(negated.asked(Map.of("copy", true)).stream().filter(TableRow::applies))
                .extracting(TableRow::id)
                .containsExactly("Rule_Bolton_Copy");
    }

    @Test
    void leavesOpenWhatAnswersWithSomethingThatIsNotKnown() {
        var told = Tables.rows(Tables.file(
                BOLTON, Tables.text(BOLTON).replace("\"It is read where it is held.\"", "\"It is \" + recipient")));

        assertThat(told.asked(Map.of("copy", false)))
                .filteredOn(row -> row.id().equals("Rule_Bolton_NoCopy"))
                .extracting(TableRow::missing)
                .isEqualTo(List.of(Set.of("recipient")));
        assertThat(told.asked(Map.of("copy", false, "recipient", "bury")))
                .filteredOn(row -> row.id().equals("Rule_Bolton_NoCopy"))
                .extracting(row -> row.says().get("reason"))
                .isEqualTo(List.of("It is bury"));
    }

    @Test
    void listsEveryConditionOnceInTheOrderOfTheTable() {
        assertThat(bolton.all("condition"))
                .hasSize(5)
                .startsWith("Every recipient has met this year’s toolkit")
                .endsWith("A DPIA is approved");
    }

    /** Without remembering, each of these takes some ten milliseconds. */
    @Test
    void asksQuicklyOfThousandsOfRecipients() {
        var named = Tables.rows(Tables.file(
                BOLTON, Tables.text(BOLTON).replace("\"It is read where it is held.\"", "\"It is \" + recipient")));
        long started = System.nanoTime();
        for (int i = 0; i < 4_000; i++) {
            assertThat(named.asked(Map.of(
                            "dspt",
                            "dspt-standards-met",
                            "dsptCurrent",
                            i % 2 == 0,
                            "retentionMonths",
                            84L,
                            "copy",
                            false,
                            "recipient",
                            "practice" + i,
                            "dpia",
                            "approved")))
                    .hasSize(5);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        System.out.println("4,000 recipients were asked about in " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void refusesACellBeyondTheLimitsOfTheGate() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Tables.rows(Tables.file(
                        BOLTON, Tables.text(BOLTON).replace("&lt;= 84", "? = sum(for i in 1..1000000 return i)"))))
                .withMessageContaining("Rule_Bolton_SevenYears");
    }
}
