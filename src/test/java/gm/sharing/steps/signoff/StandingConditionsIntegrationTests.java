package gm.sharing.steps.signoff;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;
import static gm.sharing.project.ProjectFixture.WIGAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import gm.sharing.Shipped;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.standing.KeptConditions;
import gm.sharing.standing.StandingAnswer;
import gm.sharing.standing.StandingConditions;
import gm.sharing.standing.ToldCondition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** What reviewers are shown of the standing conditions of their organisation, and what is kept of it. */
@SpringBootTest(properties = "camunda.bpm.job-execution.enabled=false")
@Tag("one-database")
class StandingConditionsIntegrationTests extends SignOffInTheEngine {

    private static final String TAG = "camunda:versionTag=\"1.0\"";
    private static final String TOOLKIT = "Every recipient has met this year’s toolkit";
    private static final String SEVEN_YEARS = "Information is deleted within seven years";

    @Autowired
    StandingConditions kept;

    @Autowired
    JdbcTemplate database;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void takeTheTablesBack() {
        deployments.forEach(one -> repository.deleteDeployment(one, true));
        database.update("delete from fault where about like 'table:%'");
    }

    @Tag("both-databases")
    @Test
    void showsWhatTheTableSaysWithReasonAndVersion() {
        deploy(BURY, table(BURY));
        database.update("delete from organisation_assurance where organisation = 'bury' and scheme = 'dspt'");
        openRound();

        assertThat(rows("standingConditions", BURY))
                .extracting(row -> row.get("condition") + ": " + row.get("answer") + " (" + row.get("about") + ")")
                .containsExactly(
                        TOOLKIT + ": A person must look (All flows of the organisation)",
                        "Nothing leaves the United Kingdom: A person must look (All flows of the organisation)",
                        SEVEN_YEARS + ": Not met (All flows of the organisation)",
                        "No copy where it can be read at source: " + copy() + " (All flows of the organisation)",
                        "A DPIA is approved: Met (All flows of the organisation)");
        assertThat(rows("standingConditions", BURY).get(0))
                .as("a fact that the record does not hold")
                .extractingByKey("reason")
                .asString()
                .startsWith("The record does not say: ")
                .contains("Data Security and Protection Toolkit");
        assertThat(shown("Task_ReviewAgreement", BURY).get("standingNote").toString())
                .contains(
                        "decides nothing", "- Bury Council: version 1.0 of its conditions, in force since 1 June 2026");
        assertThat(shown("Task_ReviewAgreement", BURY)).containsEntry("standingFrom", "bury 1");
    }

    private String copy() {
        return projects.get(reference).flows().get(0).copyReason() == null ? "Met" : "A person must look";
    }

    @Tag("both-databases")
    @Test
    void saysOfWhichRecipientWhereTheyDiffer() {
        deploy(BOLTON, table(BOLTON));
        for (String who : List.of("bury", "wigan")) {
            database.update("delete from organisation_assurance where organisation = ?", who);
        }
        database.update("insert into organisation_assurance (organisation, scheme, result, valid_until) values"
                + " ('bury', 'dspt', 'dspt-standards-met', date '2099-06-30'),"
                + " ('wigan', 'dspt', 'dspt-standards-met', date '2026-05-31')");
        openRound();

        assertThat(rows("standingConditions", BOLTON))
                .filteredOn(row -> row.get("condition").equals(TOOLKIT))
                .extracting(row -> row.get("answer") + ": " + row.get("about"))
                .containsExactly("Not met: Wigan Council", "Met: Bury Council");
    }

    @Test
    void keepsWhatTheReviewerWasShownWhateverTheOwnerDeploysMeanwhile() {
        deploy(BURY, table(BURY));
        openRound();
        Object from = shown("Task_ReviewAgreement", BURY).get("standingFrom");
        deploy(
                BURY,
                table(BURY)
                        .replace("&lt;= 84", "&lt;= 999")
                        .replace("&gt; 84", "&gt; 999")
                        .replace(TAG, TAG.replace("1.0", "1.1")));

        assertThat(answer(rows("standingConditions", BURY), SEVEN_YEARS))
                .as("who opens it now sees the newest")
                .isEqualTo("Met");
        complete("Task_ReviewAgreement", BURY, "ig", with(SIGN, "standingFrom", from));

        KeptConditions first = kept.of(reference, List.of(BURY)).get(0);
        assertThat(first.from().number()).isEqualTo(1);
        assertThat(first.from().inWords()).startsWith("version 1.0 of the conditions, in force since ");
        assertThat(first.agreedVersion()).isEqualTo("1.0");
        assertThat(first.by().person()).isEqualTo("ig." + BURY);
        assertThat(first.conditions())
                .filteredOn(condition -> condition.condition().equals(SEVEN_YEARS))
                .extracting(ToldCondition::answer, ToldCondition::reason)
                .containsExactly(tuple(StandingAnswer.NOT_MET, "The agreement keeps it for longer."));
        deploy(BURY, table(BURY).replace(TAG, TAG.replace("1.0", "1.2")).replace("seven years", "eight years"));
        assertThat(kept.of(reference, List.of(BURY)))
                .as("a finished review")
                .singleElement()
                .extracting(one -> one.conditions().get(2).condition())
                .isEqualTo(SEVEN_YEARS);
    }

    @Test
    void takesTheNewestVersionForOneThatNobodyCanHaveBeenShown() {
        deploy(BURY, table(BURY));
        openRound();

        complete("Task_ReviewAgreement", BURY, "ig", with(SIGN, "standingFrom", "bury 77, x 1"));

        assertThat(kept.of(reference, List.of(BURY)).get(0).from().number()).isEqualTo(1);
    }

    @Test
    void showsAndKeepsNothingForAnOrganisationWithoutATable() {
        openRound();

        assertThat(shown("Task_ReviewAgreement", WIGAN))
                .containsEntry("standingNote", "")
                .containsEntry("standingFrom", "");
        complete("Task_ReviewAgreement", WIGAN, "ig", SIGN);

        assertThat(kept.of(reference, List.of(WIGAN, BURY, BOLTON))).isEmpty();
    }

    @Test
    void neverBlocksAReviewAndTellsTheOwnerWhenATableCannotBeAsked() {
        breakTable(deploy(BURY, table(BURY)));
        openRound();

        assertThat(rows("standingConditions", BURY)).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("condition", "All standing conditions")
                .containsEntry("answer", "A person must look"));
        assertThat(faults()).as("told once").containsExactly("standing-conditions-bury.dmn");
        complete("Task_ReviewAgreement", BURY, "ig", SIGN);
        assertThat(kept.of(reference, List.of(BURY)).get(0).conditions())
                .extracting(ToldCondition::answer)
                .containsExactly(StandingAnswer.LOOK);
        assertThat(task("Task_SignAgreement", BURY)).isNotNull();
    }

    @Tag("both-databases")
    @Test
    void settlesTheFaultOnceTheTableCanBeAsked() {
        breakTable(deploy(BURY, table(BURY)));
        openRound();
        shown("Task_ReviewAgreement", BURY);
        assertThat(faults()).hasSize(1);

        deploy(BURY, table(BURY));
        assertThat(rows("standingConditions", BURY)).hasSize(5);

        assertThat(faults()).isEmpty();
    }

    /** As one that was stored before the gate. */
    private void breakTable(String deployed) {
        database.update(
                "update act_ge_bytearray set bytes_ = ? where deployment_id_ = ?",
                table(BURY).replace("&lt;= 84", "&lt;= (").getBytes(StandardCharsets.UTF_8),
                deployed);
    }

    @Test
    void tellsNothingOfItToTheOthers() {
        deploy(BURY, table(BURY));
        openRound();
        complete("Task_ReviewAgreement", BURY, "ig", SIGN);

        assertThat(events.of(reference.value()))
                .filteredOn(event -> event.type().equals(StandingConditions.KEPT))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.forWhom()).isEqualTo(BURY);
                    assertThat(event.what())
                            .startsWith(
                                    "The standing conditions of Bury Council, as shown when version 1.0 was reviewed: ")
                            .endsWith("(version 1.0 of the conditions, in force since 1 June 2026, 10:00).");
                });
        assertThat(events.of(reference.value()))
                .filteredOn(event -> !event.type().equals(StandingConditions.KEPT))
                .noneMatch(event -> event.what().contains("tanding condition"));
        assertThat(shown("Task_SignAgreement", BURY).toString()).doesNotContain("tanding condition");
    }

    private List<String> faults() {
        return database.queryForList(
                "select place from fault where open_about = 'table:standing-conditions-bury'", String.class);
    }

    private String deploy(OrganisationCode organisation, String content) {
        String id = repository
                .createDeployment()
                .name("Standing conditions")
                .addString("standing-conditions-" + organisation + ".dmn", content)
                .deploy()
                .getId();
        deployments.add(id);
        return id;
    }

    /** The example of Bolton as another organisation's. */
    private static String table(OrganisationCode organisation) {
        return Shipped.text("standing-conditions-bolton.dmn")
                .replace("standing-conditions-bolton", "standing-conditions-" + organisation);
    }

    private List<Map<String, String>> rows(String name, OrganisationCode partner) {
        var rows = (SpinJsonNode) shown("Task_ReviewAgreement", partner).get(name);
        return rows.elements().stream()
                .map(row -> {
                    Map<String, String> cells = new HashMap<>();
                    row.fieldNames()
                            .forEach(cell -> cells.put(cell, row.prop(cell).stringValue()));
                    return cells;
                })
                .toList();
    }

    private static String answer(List<Map<String, String>> rows, String condition) {
        return rows.stream()
                .filter(row -> row.get("condition").equals(condition))
                .map(row -> row.get("answer"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
        Map<String, Object> all = new HashMap<>(answers);
        all.put(key, value);
        return all;
    }
}
