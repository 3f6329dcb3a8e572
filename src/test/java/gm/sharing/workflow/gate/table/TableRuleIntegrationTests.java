package gm.sharing.workflow.gate.table;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Violation;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What keeps a decision table from being deployed. */
@Tag("one-database")
@DemoApplication
class TableRuleIntegrationTests {

    @Autowired
    private TableRule rule;

    @Autowired
    private OfferedCodes codes;

    static List<String> shipped() {
        return Tables.names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void takesEveryShippedTableQuickly(String name) {
        violations(Tables.table(name));

        var started = System.nanoTime();
        assertThat(violations(Tables.table(name))).isEmpty();
        var took = Duration.ofNanos(System.nanoTime() - started);

        System.out.println(name + " was checked in " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(3));
    }

    /** A place in a shipped table is changed in each. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    sign-off-roles    | Rule_Roles_ControllerHigh_signatories | 3                       | Rule_Roles_ControllerHigh: row 7, People who sign; whole number from 1 to 2
                    sign-off-roles    | Rule_Roles_ControllerHigh_signatories | 0                       | Rule_Roles_ControllerHigh: row 7, People who sign; whole number from 1 to 2
                    sign-off-roles    | Rule_Roles_ControllerHigh_signatories | 1.5                     | Rule_Roles_ControllerHigh: row 7, People who sign; whole number from 1 to 2
                    sign-off-roles    | Rule_Roles_ControllerHigh_signatories | if residualHigh then 3 else 1 | Rule_Roles_ControllerHigh: row 7, People who sign; says “3”
                    sign-off-roles    | Rule_Roles_ControllerHigh_signatories |                         | Rule_Roles_ControllerHigh: row 7, People who sign; the cell is empty
                    sign-off-roles    | Rule_Roles_Controller_signs           | "yes"                   | Rule_Roles_Controller: row 6, Signatory signs; true or false
                    sign-off-roles    | Rule_Roles_Controller_signs           | sings                   | Rule_Roles_Controller: row 6, Signatory signs; there is no fact sings
                    sign-off-roles    | Rule_Roles_Processor_role             | "procesor"              | Rule_Roles_Processor: row 9, Role of the partner; is never “procesor”
                    sign-off-roles    | Rule_Roles_Processor_role             | 5                       | Rule_Roles_Processor: row 9, Role of the partner; compares it with a number
                    sign-off-roles    | Rule_Roles_Processor_confidentialCare | "false"                 | Rule_Roles_Processor: row 9, Confidential health or care information; compares it with a text
                    sign-off-roles    | Rule_Roles_ProcessorCare_confidentialCare |                     | Rule_Roles_Processor: row 9; the row never answers
                    review-deadlines  | Rule_Deadline_DpoAdviceNormal_urgency |                         | Rule_Deadline_DpoAdviceUrgent: row 6; rows 5 and 6 both answer kind = "dpo-advice", urgency = "urgent"
                    sign-off-roles    | Rule_Roles_Processor_confidentialCare | true                    | sign-off-roles: Who decides for a partner?; no row answers role = "processor", confidentialCare = false
                    sign-off-roles    | Rule_Roles_Processor_residualHigh     | not(true, false)        | Rule_Roles_Processor: row 9; the row never applies
                    review-deadlines  | Rule_Deadline_Board_urgency           | not("normal", "urgent") | Rule_Deadline_Board: row 7; the row never applies
                    review-deadlines  | Rule_Deadline_SignOffNormal_urgency   | "very-urgent"           | Rule_Deadline_SignOffNormal: row 1, Urgency; is never “very-urgent”
                    review-deadlines  | Rule_Deadline_SignOffNormal_reminderDays | 15                   | Rule_Deadline_SignOffNormal: row 1, Reminder after; reminderDays (15) has to be less than dueDays (15)
                    review-deadlines  | Rule_Deadline_SignOffNormal_boardDays | 15                      | Rule_Deadline_SignOffNormal: row 1, Due after; dueDays (15) has to be less than boardDays (15)
                    review-deadlines  | Rule_Deadline_SignOffNormal_boardDays |                         | Rule_Deadline_SignOffNormal: row 1, Board is asked after; the cell is empty
                    review-deadlines  | Rule_Deadline_DpoAdviceUrgent_closeDays |                       | Rule_Deadline_DpoAdviceUrgent: row 6, Closed after; the cell is empty
                    review-deadlines  | Rule_Deadline_Board_dueDays           | -1                      | Rule_Deadline_Board: row 7, Due after; whole number from 1
                    review-deadlines  | Rule_Deadline_Board_dueDays           | 0                       | Rule_Deadline_Board: row 7, Due after; whole number from 1
                    consultation-periods | Rule_Periods_UkGdpr_advice         | "P11Y"                  | Rule_Periods_UkGdpr: row 1, Advises within, from receipt; of at most ten years
                    consultation-periods | Rule_Periods_UkGdpr_advice         | "P3654D"                | Rule_Periods_UkGdpr: row 1, Advises within, from receipt; of at most ten years
                    consultation-periods | Rule_Periods_UkGdpr_advice         | "P2147483647M"          | Rule_Periods_UkGdpr: row 1, Advises within, from receipt; of at most ten years
                    consultation-periods | Rule_Periods_UkGdpr_advice         | "P0D"                   | Rule_Periods_UkGdpr: row 1, Advises within, from receipt; a time such as
                    consultation-periods | Rule_Periods_UkGdpr_advice         | "P-8W"                  | Rule_Periods_UkGdpr: row 1, Advises within, from receipt; a time such as
                    review-deadlines  | Rule_Deadline_Board_dueDays           | "soon"                  | Rule_Deadline_Board: row 7, Due after; says “soon”
                    review-deadlines  | Rule_Deadline_Board_kind              | "ethics"                | Rule_Deadline_EthicsNormal: row 8; rows 7 and 8 both answer
                    review-deadlines  | Rule_Deadline_Board_urgency           | "normal"                | review-deadlines: Within how many working days?; no row answers kind = "board", urgency = "urgent"
                    dpia-risk         | Rule_Risk_PossibleSevere_level        | "hoch"                  | Rule_Risk_PossibleSevere: row 8, Level; one of "low", "medium", "high"
                    dpia-risk         | Rule_Risk_PossibleSevere_likelihood   | "remote"                | Rule_Risk_PossibleSevere: row 8; rows 7 and 8 both answer
                    dpia-gate         | Rule_Gate_Rejected_rejected           | >= 2                    | dpia-gate: May the DPIA go on?; no row answers personalData = true, approved = 0, rejected = 1
                    dpia-gate         | Rule_Gate_Rejected_gate               | "blok"                  | Rule_Gate_Rejected: row 2, Gate; one of "pass", "warn"
                    dpia-screening    | Rule_Screening_TwoWp248_criteriaWp248 | >= 3                    | dpia-screening: Is a DPIA required?; no row answers
                    dpia-screening    | Rule_Screening_Ico_criteriaIco        |                         | Rule_Screening_IcoPlusWp248: row 3; the row never answers
                    materiality       | Rule_Materiality_Other_asks           | "everybody"             | Rule_Materiality_Other: row 7, Asks; one of "all", "touched", "none"
                    consultation-periods | Rule_Periods_UkGdpr_advice         | "8 weeks"               | Rule_Periods_UkGdpr: row 1, Advises within, from receipt; a time such as
                    people-groups     | Rule_Group_Victims_group              | "victim"                | Rule_Group_Victims: row 7, Group; is never “victim”
                    dpia-criteria     | Rule_Criterion_AlwaysPublicArea_done  | monitoring and publicAria | Rule_Criterion_AlwaysPublicArea: row 4, What is done; there is no fact publicAria
                    dpia-criteria     | Rule_Criterion_AlwaysPublicArea_scale | "over10000"             | Rule_Criterion_AlwaysPublicArea: row 4, How many people; is never “over10000”
                    dpia-criteria     | Rule_Criterion_IcoMatching_because    | "From " + providers     | Rule_Criterion_IcoMatching: row 9, What led to it; says nothing
                    dpia-criteria     | Rule_Criterion_IcoMatching_done       | for i in 1..3000000 return i | Rule_Criterion_IcoMatching: row 9, What is done; “for” is not allowed
                    dpia-criteria     | Rule_Criterion_AlwaysEvaluation_done  | profiling and not(profiling) | Rule_Criterion_AlwaysEvaluation: row 1; the row never applies
                    risk-suggestions  | Rule_Suggest_AddressFound_likelihood  | "maybe"                 | Rule_Suggest_AddressFound: row 7, ; one of "remote"
                    risk-suggestions  | Rule_Suggest_SmallNumbers_when       | scale = "under1000"     | Rule_Suggest_SmallNumbers: row 4, ; is never “under1000”""")
    void refusesABrokenCell(String table, String cell, String text, String said) {
        String where = said.substring(0, said.indexOf(';')).strip();
        String what = said.substring(said.indexOf(';') + 1).strip();

        assertThat(violations(Tables.file(table + ".dmn", changed(Tables.text(table + ".dmn"), cell, text))))
                .anySatisfy(violation -> {
                    assertThat(violation.element() + ": " + violation.name()).startsWith(where);
                    assertThat(violation.rule()).contains(what);
                });
    }

    @Test
    void refusesATableThatLosesWhatTheProgramReads() {
        var roles = Tables.text("sign-off-roles.dmn");

        assertThat(said(roles.replace("name=\"signatories\"", "name=\"signers\"")))
                .contains("the program reads the answer “signatories”, and no column has that name; bring it back");
        assertThat(said(roles.replace(
                        "name=\"signatories\" typeRef=\"integer\"", "name=\"signatories\" typeRef=\"string\"")))
                .contains("the column has the type string, but the program reads a number");
        assertThat(said(roles.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\"")))
                .contains("the program needs one answer; take the hit policy Unique or First");
        assertThat(said(roles.replace("<text>residualHigh</text>", "<text>residualHihg</text>")))
                .anySatisfy(rule -> assertThat(rule).startsWith("there is no fact residualHihg"));
        assertThat(said(roles.replaceAll("(?s)<rule id=\"Rule_Roles_Processor\">.*?</rule>", "")))
                .containsExactly(
                        "no row answers role = \"processor\", confidentialCare = false, givesConfidentialCare = true,"
                                + " hasGuardian = true, residualHigh = true; add a row for it");
    }

    @Test
    void refusesATableThatIsNotWholeInModeler() {
        var roles = Tables.text("sign-off-roles.dmn");

        assertThat(said(roles.replaceAll("(?s)<dmndi:DMNDI>.*</dmndi:DMNDI>", "")))
                .containsExactly("the decision has no diagram; open and save it in Camunda Modeler");
        assertThat(said(roles.replace("camunda:historyTimeToLive=\"P3650D\"", "")))
                .hasSize(1);
        assertThat(said(roles.replace("camunda:versionTag=\"1.2\"", ""))).hasSize(1);
        assertThat(said(roles.replaceFirst("(?s)(<rule [^>]*>\\s*)<description>.*?</description>", "$1")))
                .containsExactly("the row has no annotation; say where its rule comes from");
        assertThat(said(roles.replace("<inputEntry ", "<inputEntry expressionLanguage=\"feel-unary-tests\" ")))
                .contains("decisions are written in FEEL, not in “feel-unary-tests”");
        assertThat(said(roles.replace("hitPolicy=\"FIRST\"", "hitPolicy=\"PRIORITY\"")))
                .isNotEmpty();
    }

    /** An owner's own exception for one partner. */
    @Test
    void takesAColumnAboutSomethingElseThatTheProgramTells() {
        assertThat(said(PartnersDeadline.table("\"bolton\"", "not(\"bolton\")")))
                .isEmpty();
        assertThat(said(PartnersDeadline.table("\"bolton\"", "\"wigan\""))).anySatisfy(rule -> assertThat(rule)
                .startsWith("no row answers kind = \"sign-off\", urgency = \"normal\", partner "));
    }

    /** Owner and form agree by words; a word that a table does not know would count as anything else. */
    @Test
    void knowsEveryOptionThatAFormOffers() {
        var needs = Tables.text("describe-needs.form");
        var veterans = Tables.file(
                "describe-needs.form",
                needs.replaceFirst(
                        "(?s)\\{\\s*\"label\":[^}]*\"value\": *\"tenants\"\\s*}",
                        "{\"label\": \"Veterans\", \"value\": \"veterans\"}, $0"));
        assertThat(veterans.form().toString()).contains("\"veterans\"");

        assertThat(rule.violations(veterans, Tables.with(veterans)))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.element()).isEqualTo("people-groups");
                    assertThat(violation.rule()).startsWith("describe-needs.groups offers the option “veterans”");
                });
        var groups = Tables.file(
                "people-groups.dmn",
                Tables.text("people-groups.dmn")
                        .replace("\"residents\",\"other\"", "\"residents\",\"veterans\",\"other\""));
        assertThat(rule.violations(veterans, Tables.with(veterans, groups))).isEmpty();
        assertThat(rule.violations(groups, Tables.with(veterans, groups))).isEmpty();
        assertThat(rule.violations(groups, Tables.with(groups)))
                .as("the table first, then the form")
                .isEmpty();
        assertThat(rule.violations(Tables.table("people-groups.dmn"), Tables.with(veterans)))
                .hasSize(1);
    }

    @Test
    void checksAnOwnersOwnTable() {
        var own = Tables.text("dpia-risk.dmn").replace("id=\"dpia-risk\"", "id=\"breach-risk\"");

        assertThat(said("breach-risk.dmn", own)).isEmpty();
        assertThat(said("breach-risk.dmn", changed(own, "Rule_Risk_PossibleSevere_likelihood", "\"often\"")))
                .anySatisfy(rule -> assertThat(rule).contains("never “often”").contains("values of the column"));
        assertThat(said("breach-risk.dmn", changed(own, "Rule_Risk_PossibleSevere_likelihood", "\"remote\"")))
                .anySatisfy(rule -> assertThat(rule).contains("rows 7 and 8 both answer"));
    }

    @Test
    void takesAnOwnersOwnRowInATableOfCodes() {
        var grounds = Tables.text("refusal-grounds.dmn");
        var row = grounds.replaceAll("(?s).*(<rule id=\"Row_RefusalGrounds_Other\">.*?</rule>).*", "$1");

        assertThat(said("refusal-grounds.dmn", grounds.replace(row, row + own(row, "\"our-policy\""))))
                .isEmpty();
        assertThat(said("refusal-grounds.dmn", grounds.replace(row, row + own(row, "\"law-forbids\""))))
                .containsExactly("two rows have the code “law-forbids”; give each code one row");
        assertThat(said("refusal-grounds.dmn", grounds.replace(row, row + own(row, "\"a policy of ours\""))))
                .singleElement()
                .asString()
                .startsWith("the code “a policy of ours” has other signs");
        for (var none : List.of("", "not(\"other\")", "\"a\",\"b\"")) {
            assertThat(said("refusal-grounds.dmn", grounds.replace(row, row + own(row, none))))
                    .containsExactly("the row is about one code; write it in straight quotes");
        }
    }

    @Test
    void comparesNoMoreRowsThanItCanInTime() {
        var suggestions = Tables.text("risk-suggestions.dmn");
        var row = suggestions.replaceAll("(?s).*?(<rule .*?</rule>).*", "$1");

        assertThat(said(
                        "risk-suggestions.dmn",
                        suggestions.replace(
                                row, row.replaceAll(" id=\"[^\"]*\"", "").repeat(101))))
                .singleElement()
                .asString()
                .startsWith("the table has more than 100 rows");
    }

    @Test
    void letsNoMandateCoverWhatIsAlwaysForASignatoryOrForMoreThanAYear() {
        var kinds = Tables.text("mandate-kinds.dmn");

        for (var code : List.of(
                "lawful-basis",
                "purpose",
                "dpia",
                "data-items",
                "flow",
                "arrangements",
                "arrangements.onward-use",
                "arrangements.minimisation")) {
            assertThat(said("mandate-kinds.dmn", changed(kinds, "Row_MandateKinds_Contact_code", "\"" + code + "\"")))
                    .containsExactly("the code “" + code + "” is not for this table to give; take its row out");
        }
        assertThat(said("mandate-kinds.dmn", changed(kinds, "Row_MandateKinds_Contact_months", "13")))
                .containsExactly("the cell says “13”; the program needs a whole number from 1 to 12");
        assertThat(said("mandate-kinds.dmn", changed(kinds, "Row_MandateKinds_Contact_months", "3")))
                .isEmpty();
    }

    @Test
    void refusesWordsOfBeforeThatLeadToMoreThanOneCode() {
        var grounds = Tables.text("refusal-grounds.dmn");
        var other = "Row_RefusalGrounds_Other_formerly";
        var elsewhere = grounds.replaceAll(
                "(?s).*Row_RefusalGrounds_[A-Za-z]+_formerly\">\\s*<text>([^<]+)</text>.*?" + other + ".*", "$1");

        assertThat(said("refusal-grounds.dmn", changed(grounds, other, ""))).isEmpty();
        assertThat(said("refusal-grounds.dmn", changed(grounds, other, "\"Another reason of before\"")))
                .isEmpty();
        assertThat(said("refusal-grounds.dmn", changed(grounds, other, elsewhere)))
                .containsExactly(
                        "two rows say that " + elsewhere.replace('"', '“').replaceFirst("“$", "”")
                                + " stood for them before; leave the words in one of them");
        for (var code : List.of("\"law-forbids\"", "\"other\"")) {
            assertThat(said("refusal-grounds.dmn", changed(grounds, other, code)))
                    .singleElement()
                    .asString()
                    .contains("are a code of today");
        }
        for (var none : List.of("\" \"", "7", "true")) {
            assertThat(said("refusal-grounds.dmn", changed(grounds, other, none)))
                    .containsExactly("the cell holds the words of before, in quotes, or nothing");
        }
    }

    @Test
    void needsTheConditionOfArticle9WithWhichOneOfSchedule1Goes() {
        var schedule1 = Tables.text("schedule1-conditions.dmn");
        var cell = schedule1.replaceAll("(?s).*?id=\"([^\"]*)\">\\s*<text>\"9\\(2\\)\\(b\\)\".*", "$1");

        assertThat(said("schedule1-conditions.dmn", changed(schedule1, cell, "")))
                .isEmpty();
        assertThat(said("schedule1-conditions.dmn", changed(schedule1, cell, "\"9(2)(h)\"")))
                .isEmpty();
        assertThat(said("schedule1-conditions.dmn", changed(schedule1, cell, "\"9(2)(q)\"")))
                .singleElement()
                .asString()
                .contains("names “9(2)(q)” in the column “article9”", "special-category-conditions");
        assertThat(said("schedule1-conditions.dmn", changed(schedule1, cell, "true")))
                .hasSize(1);
        assertThat(said("schedule1-conditions.dmn", schedule1.replace("name=\"article9\"", "name=\"article\"")))
                .containsExactly(
                        "the program reads the column “article9”, and there is none of that name; bring it back");
        assertThat(said(
                        "special-category-conditions.dmn",
                        Tables.text("special-category-conditions.dmn").replace("\"9(2)(h)\"", "\"9(2)(h-care)\"")))
                .anyMatch(rule -> rule.contains(
                        "the row “sch1-part1-2” of the table “schedule1-conditions” names the code “9(2)(h)”"));
    }

    @Test
    void needsALabelInEachRowOfATableOfCodesAndReadsItAsItStands() {
        var grounds = Tables.text("refusal-grounds.dmn");

        assertThat(said(
                        "refusal-grounds.dmn",
                        changed(grounds, "Row_RefusalGrounds_Other_label", "\"Said \\\"no\\\"\"")))
                .isEmpty();
        for (var cell : List.of("", "true", "\"\"", "code", "\"a\" + code")) {
            assertThat(said("refusal-grounds.dmn", changed(grounds, "Row_RefusalGrounds_Other_label", cell)))
                    .as(cell)
                    .hasSize(1);
        }
        assertThat(said("refusal-grounds.dmn", grounds.replace("name=\"label\"", "name=\"words\"")))
                .singleElement()
                .asString()
                .contains("a column with the name “label”");
    }

    @Test
    void takesChoicesThatTheProgramGoesOnByAsTheyAre() {
        var marks = Tables.text("section-marks.dmn");
        var row = marks.replaceAll("(?s).*(<rule id=\"Row_SectionMarks_ToFix\">.*?</rule>).*", "$1");

        assertThat(said("section-marks.dmn", changed(marks, "Row_SectionMarks_ToFix_label", "\"Send it back\"")))
                .isEmpty();
        assertThat(said("section-marks.dmn", marks.replace("\"to-fix\"", "\"to-mend\"")))
                .containsExactlyInAnyOrder(
                        "rules of the program name the code “to-fix”, and no row has it; bring it back, its label may be any",
                        "the program does not know the code “to-mend” and could not go on by it; take its row out");
        assertThat(said("section-marks.dmn", marks.replace(row, ""))).hasSize(1);
    }

    @Test
    void letsFormsOfferNothingButTheCodesThatRulesRead() {
        var flows = Tables.text("describe-flows.form");
        var basis = "\"valuesKey\": \"lawfulBases\"";

        assertThat(offered(flows)).isEmpty();
        assertThat(offered(
                        flows.replace(basis, "\"values\": [{\"label\": \"A task of ours\", \"value\": \"6(1)(e)\"}]")))
                .isEmpty();
        assertThat(offered(flows.replaceFirst(
                        Pattern.quote(basis),
                        "\"values\": [{\"label\": \"Task\", \"value\": \"6(1)(e) Public task\"}]")))
                .singleElement()
                .asString()
                .contains("offers “6(1)(e) Public task”", "lawful-bases", "lawfulBases");
        assertThat(offered(flows.replaceFirst(Pattern.quote(basis), "\"valuesKey\": \"optOuts\"")))
                .containsExactly(
                        "its answers are codes of the table “lawful-bases”; write lawfulBases as the key of its options");
        assertThat(offered(flows.replaceFirst(Pattern.quote(basis), "\"valuesExpression\": \"=lawfulBases\"")))
                .hasSize(1);
    }

    private List<String> offered(String form) {
        var file = Tables.file("describe-flows.form", form);
        return codes.violations(file, Tables.with(file)).stream()
                .map(Violation::rule)
                .toList();
    }

    private static String own(String row, String code) {
        return row.replace("RefusalGrounds_Other", "RefusalGrounds_Own")
                .replace("\"other\"", code)
                .replaceAll("(_formerly\">\\s*<text>)[^<]*", "$1");
    }

    private List<String> said(String table) {
        return said("sign-off-roles.dmn", table);
    }

    private List<String> said(String name, String table) {
        return violations(Tables.file(name, table)).stream()
                .map(Violation::rule)
                .toList();
    }

    private static String changed(String table, String cell, String text) {
        int at = table.indexOf("id=\"" + cell + "\"");
        assertThat(at).as(cell).isPositive();
        int from = table.indexOf("<text>", at) + "<text>".length();
        int to = table.indexOf("</text>", from);
        String escaped = text == null ? "" : text.replace("<", "&lt;").replace(">", "&gt;");
        return table.substring(0, from) + escaped + table.substring(to);
    }

    private List<Violation> violations(ModelFile table) {
        return rule.violations(table, Tables.with(table));
    }
}
