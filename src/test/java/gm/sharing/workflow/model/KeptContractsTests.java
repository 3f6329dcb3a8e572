package gm.sharing.workflow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gm.sharing.Refused;
import gm.sharing.Shipped;
import gm.sharing.workflow.gate.table.Answer;
import gm.sharing.workflow.gate.table.Fact;
import gm.sharing.workflow.gate.table.TableContract;
import gm.sharing.workflow.gate.table.TableFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.junit.jupiter.api.Test;

/** What becomes of a table that was stored before anybody checked it. */
class KeptContractsTests {

    private static final Map<String, Object> CONTROLLER =
            Map.of("role", "controller", "confidentialCare", false, "residualHigh", true);

    private final DmnEngine engine = engine();

    private static DmnEngine engine() {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(
                new ArrayList<>(List.of(new KeptContracts(List.of(TableContract.one(
                        "sign-off-roles",
                        List.of(Fact.word("role")),
                        Answer.truth("signs"),
                        Answer.truth("caldicott"),
                        Answer.whole("signatories", 1, 2)))))));
        return configuration.buildEngine();
    }

    @Test
    void leavesTheAnswerOfAWholeTableAlone() throws IOException {
        assertThat(ask(table()).getSingleResult().<Integer>getEntry("signatories"))
                .isEqualTo(2);
    }

    @Test
    void saysWhichTableHasNoRowForWhat() throws IOException {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ask(table().replaceAll("(?s)<rule id=\"Rule_Roles_ControllerHigh\">.*?</rule>", "")))
                .withMessageContaining("“Who decides for a partner?” (sign-off-roles) has no row for this")
                .withMessageContaining("= controller")
                .withMessageContaining("A process owner has to correct the table");
    }

    @Test
    void saysWhichAnswerTheProgramDoesNotKnow() throws IOException {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ask(table().replace("<text>2</text>", "<text>3</text>")))
                .withMessageContaining("(sign-off-roles), row 7, column “signatories”")
                .withMessageContaining("“signatories”")
                .withMessageContaining("a whole number from 1 to 2");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ask(table().replace("name=\"signatories\"", "name=\"signers\"")))
                .withMessageContaining("says nothing")
                .withMessageContaining("“signatories”");
    }

    /** What is worked out grows with what the table is told. */
    @Test
    void saysWhichTextIsTooLongAlsoOfATableThatTheProgramDoesNotRead() throws IOException {
        String own = table().replace("id=\"sign-off-roles\"", "id=\"own-table\"")
                .replace("name=\"caldicott\" typeRef=\"boolean\"", "name=\"caldicott\" typeRef=\"string\"")
                .replaceAll("(<outputEntry id=\"[^\"]*_caldicott\">\\s*<text>)[^<]*", "$1words + words");

        assertThat(ask("own-table", own, told("short"))).hasSize(1);
        assertThatExceptionOfType(TableFault.class)
                .isThrownBy(() -> ask("own-table", own, told("x".repeat(15_001))))
                .withMessageContaining("(own-table), row 7, column “caldicott”, says more than 30,000 characters");
    }

    private static Map<String, Object> told(String words) {
        Map<String, Object> told = new HashMap<>(CONTROLLER);
        told.put("words", words);
        return told;
    }

    private DmnDecisionTableResult ask(String table) {
        return ask("sign-off-roles", table, CONTROLLER);
    }

    private DmnDecisionTableResult ask(String id, String table, Map<String, Object> told) {
        var decision = engine.parseDecision(id, new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        return engine.evaluateDecisionTable(decision, told);
    }

    private static String table() throws IOException {
        return Shipped.text("sign-off-roles.dmn");
    }
}
