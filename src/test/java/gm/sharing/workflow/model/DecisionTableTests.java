package gm.sharing.workflow.model;

import static gm.sharing.workflow.model.TablesByHand.decide;
import static gm.sharing.workflow.model.TablesByHand.matched;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.File;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the decision tables decide, row by row. */
class DecisionTableTests {

    static Stream<Arguments> rows() {
        return Stream.of(
                screening("Rule_Screening_Always", 1, 0, 0, 0, "REQUIRED"),
                screening("Rule_Screening_Always", 3, 2, 4, 9, "REQUIRED"),
                screening("Rule_Screening_Ico", 0, 1, 0, 0, "REQUIRED"),
                screening("Rule_Screening_IcoPlusWp248", 0, 0, 1, 1, "REQUIRED"),
                screening("Rule_Screening_TwoWp248", 0, 0, 0, 2, "REQUIRED"),
                screening("Rule_Screening_OneWp248", 0, 0, 0, 1, "DPO_REVIEW"),
                screening("Rule_Screening_TwoIcoPlus", 0, 0, 2, 0, "REQUIRED"),
                screening("Rule_Screening_TwoIcoPlus", 0, 0, 3, 0, "REQUIRED"),
                screening("Rule_Screening_IcoPlusAlone", 0, 0, 1, 0, "DPO_REVIEW"),
                screening("Rule_Screening_None", 0, 0, 0, 0, "DPO_CONFIRMS"),
                deadline("Rule_Deadline_SignOffNormal", "sign-off", "normal", 15, 7, 20),
                deadline("Rule_Deadline_SignOffUrgent", "sign-off", "urgent", 3, 1, 8),
                deadline("Rule_Deadline_QuestionNormal", "question", "normal", 5, 3),
                deadline("Rule_Deadline_QuestionUrgent", "question", "urgent", 2, 1),
                advice("Rule_Deadline_DpoAdviceNormal", "normal", 10, 5, 15),
                advice("Rule_Deadline_DpoAdviceUrgent", "urgent", 2, 1, 4),
                deadline("Rule_Deadline_Board", "board", "normal", 10, 5),
                deadline("Rule_Deadline_Board", "board", "urgent", 10, 5),
                silence("Rule_Deadline_EthicsNormal", "ethics", "normal", 10, 5, 15),
                silence("Rule_Deadline_EthicsUrgent", "ethics", "urgent", 2, 1, 4),
                guardian("Rule_Roles_ControllerNoGuardian", "controller", false, false, false, false),
                guardian("Rule_Roles_ControllerNoGuardian", "joint-controller", false, false, false, false),
                guardian("Rule_Roles_ControllerNoGuardianHigh", "controller", false, false, true, false),
                guardian("Rule_Roles_ProcessorNoGuardian", "processor", false, false, true, false),
                guardian("Rule_Roles_ControllerCare", "controller", false, true, false, true),
                guardian("Rule_Roles_ControllerCare", "controller", true, false, false, true),
                guardian("Rule_Roles_ControllerCareHigh", "joint-controller", true, true, true, true),
                guardian("Rule_Roles_ProcessorCare", "processor", true, false, false, true),
                roles("Rule_Roles_ControllerCare", "controller", true, false, true, 1),
                roles("Rule_Roles_ControllerCare", "joint-controller", true, false, true, 1),
                roles("Rule_Roles_ControllerCareHigh", "controller", true, true, true, 2),
                roles("Rule_Roles_ControllerCareHigh", "joint-controller", true, true, true, 2),
                roles("Rule_Roles_Controller", "controller", false, false, false, 1),
                roles("Rule_Roles_Controller", "joint-controller", false, false, false, 1),
                roles("Rule_Roles_ControllerHigh", "controller", false, true, false, 2),
                roles("Rule_Roles_ControllerHigh", "joint-controller", false, true, false, 2),
                roles("Rule_Roles_ProcessorCare", "processor", true, true, true, 1),
                roles("Rule_Roles_ProcessorCare", "processor", true, false, true, 1),
                roles("Rule_Roles_Processor", "processor", false, true, false, 1),
                roles("Rule_Roles_Processor", "processor", false, false, false, 1),
                risk("Rule_Risk_RemoteMinimal", "remote", "minimal", "low"),
                risk("Rule_Risk_PossibleMinimal", "possible", "minimal", "low"),
                risk("Rule_Risk_ProbableMinimal", "probable", "minimal", "low"),
                risk("Rule_Risk_RemoteSignificant", "remote", "significant", "low"),
                risk("Rule_Risk_PossibleSignificant", "possible", "significant", "medium"),
                risk("Rule_Risk_ProbableSignificant", "probable", "significant", "high"),
                risk("Rule_Risk_RemoteSevere", "remote", "severe", "low"),
                risk("Rule_Risk_PossibleSevere", "possible", "severe", "high"),
                risk("Rule_Risk_ProbableSevere", "probable", "severe", "high"),
                group("Rule_Group_Children", "children", true, "children"),
                group(
                        "Rule_Group_VulnerableAdults",
                        "vulnerable-adults",
                        true,
                        "adults who cannot easily protect themselves"),
                group("Rule_Group_Patients", "patients", true, "patients"),
                group("Rule_Group_CareUsers", "care-users", true, "people who use social care"),
                group("Rule_Group_Homeless", "homeless", true, "people without a home"),
                group("Rule_Group_AsylumSeekers", "asylum-seekers", true, "asylum seekers and refugees"),
                group("Rule_Group_Victims", "victims", true, "victims and witnesses"),
                group(
                        "Rule_Group_SuspectsOffenders",
                        "suspects-offenders",
                        false,
                        "people suspected or convicted of offences"),
                group("Rule_Group_Employees", "employees", true, "employees, volunteers and applicants for work"),
                group("Rule_Group_Tenants", "tenants", false, "tenants and households"),
                group("Rule_Group_Residents", "residents", false, "residents and users of a service in general"),
                group("Rule_Group_Other", "veterans", false, "other people"),
                periods("Rule_Periods_UkGdpr", "uk-gdpr", "P8W", "P6W"),
                periods("Rule_Periods_LawEnforcement", "law-enforcement", "P6W", "P1M"),
                reminder("Row_RenewalReminders_IcoRegistration", "ico-registration", 42, 20),
                reminder("Row_RenewalReminders_Assurance", "assurance", 90, 20),
                reminder("Row_RenewalReminders_Signatory", "signatory", 30, 10),
                reminder("Row_RenewalReminders_ProcessorContract", "processor-contract", 120, 20),
                gate("Rule_Gate_NoPersonalData", false, 0, 2, 1, 1, "pass"),
                gate("Rule_Gate_Rejected", true, 3, 1, 0, 0, "block"),
                gate("Rule_Gate_AllApproved", true, 2, 0, 0, 0, "pass"),
                gate("Rule_Gate_SomeApproved", true, 1, 0, 1, 0, "warn"),
                gate("Rule_Gate_SomeApproved", true, 1, 0, 0, 1, "warn"),
                gate("Rule_Gate_NobodyInTime", true, 0, 0, 0, 2, "reason"),
                gate("Rule_Gate_NobodyYet", true, 0, 0, 1, 1, "block"),
                gate("Rule_Gate_NobodyYet", true, 0, 0, 0, 0, "block"),
                ethics("Rule_Ethics_Automated", true, "automatedDecisions", "alone"),
                ethics("Rule_Ethics_Ai", true, "ai", true),
                ethics("Rule_Ethics_Profiling", true, "profiling", true),
                ethics("Rule_Ethics_Children", true, "children", true, "vulnerable", true, "scale", "population"),
                ethics(
                        "Rule_Ethics_Vulnerable",
                        true,
                        "vulnerable",
                        true,
                        "scale",
                        "over-10000",
                        "automatedDecisions",
                        "support"),
                ethics("Rule_Ethics_None", false, "vulnerable", true, "scale", "over-10000"),
                ethics("Rule_Ethics_None", false, "vulnerable", true, "scale", "population"),
                ethics("Rule_Ethics_Asked", true, "ethicsAsked", true, "scale", "under-1000"),
                ethics("Rule_Ethics_None", false, "automatedDecisions", "support"),
                ethics("Rule_Ethics_None", false, "children", true, "vulnerable", true, "scale", "1000-10000"),
                ethics("Rule_Ethics_None", false, "scale", "population"),
                change("Rule_Materiality_Wording", "title", "none"),
                change("Rule_Materiality_Wording", "contact", "none"),
                change("Rule_Materiality_Ends", "partner", "touched"),
                change("Rule_Materiality_Ends", "flow", "touched"),
                change("Rule_Materiality_Ends", "lawful-basis", "touched"),
                change("Rule_Materiality_Purpose", "vision", "all"),
                change("Rule_Materiality_Purpose", "purpose", "all"),
                change("Rule_Materiality_Data", "data-items", "all"),
                change("Rule_Materiality_Terms", "retention", "all"),
                change("Rule_Materiality_Dpia", "dpia", "all"),
                change("Rule_Materiality_Other", "appendix", "all"));
    }

    private static Arguments screening(String row, int always, int ico, int icoPlus, int wp248, String outcome) {
        return row(
                "dpia-screening",
                row,
                Map.of(
                        "criteriaAlways",
                        always,
                        "criteriaIco",
                        ico,
                        "criteriaIcoPlus",
                        icoPlus,
                        "criteriaWp248",
                        wp248),
                Map.of("outcome", outcome));
    }

    private static Arguments deadline(
            String row, String kind, String urgency, int dueDays, int reminderDays, int boardDays) {
        return row(
                "review-deadlines",
                row,
                Map.of("kind", kind, "urgency", urgency),
                Map.of("dueDays", dueDays, "reminderDays", reminderDays, "boardDays", boardDays));
    }

    private static Arguments deadline(String row, String kind, String urgency, int dueDays, int reminderDays) {
        return row(
                "review-deadlines",
                row,
                Map.of("kind", kind, "urgency", urgency),
                Map.of("dueDays", dueDays, "reminderDays", reminderDays));
    }

    private static Arguments advice(String row, String urgency, int dueDays, int reminderDays, int closeDays) {
        return silence(row, "dpo-advice", urgency, dueDays, reminderDays, closeDays);
    }

    private static Arguments silence(
            String row, String kind, String urgency, int dueDays, int reminderDays, int closeDays) {
        return row(
                "review-deadlines",
                row,
                Map.of("kind", kind, "urgency", urgency),
                Map.of("dueDays", dueDays, "reminderDays", reminderDays, "closeDays", closeDays));
    }

    private static Arguments gate(
            String row, boolean personalData, int approved, int rejected, int open, int overdue, String gate) {
        return row(
                "dpia-gate",
                row,
                Map.of(
                        "personalData",
                        personalData,
                        "approved",
                        approved,
                        "rejected",
                        rejected,
                        "open",
                        open,
                        "overdue",
                        overdue),
                Map.of("gate", gate));
    }

    private static Arguments roles(
            String row,
            String role,
            boolean confidentialCare,
            boolean residualHigh,
            boolean caldicott,
            int signatories) {
        return row(
                "sign-off-roles",
                row,
                Map.of("role", role, "confidentialCare", confidentialCare, "residualHigh", residualHigh),
                Map.of("signs", true, "caldicott", caldicott, "signatories", signatories));
    }

    /** Where confidential care information flows; models of before do not say who gives it and who has a Guardian. */
    private static Arguments guardian(
            String row, String role, boolean gives, boolean hasGuardian, boolean residualHigh, boolean caldicott) {
        return row(
                "sign-off-roles",
                row,
                Map.of(
                        "role",
                        role,
                        "confidentialCare",
                        true,
                        "givesConfidentialCare",
                        gives,
                        "hasGuardian",
                        hasGuardian,
                        "residualHigh",
                        residualHigh),
                Map.of(
                        "signs",
                        true,
                        "caldicott",
                        caldicott,
                        "signatories",
                        residualHigh && !role.equals("processor") ? 2 : 1));
    }

    private static Arguments risk(String row, String likelihood, String severity, String level) {
        return row("dpia-risk", row, Map.of("likelihood", likelihood, "severity", severity), Map.of("level", level));
    }

    private static Arguments group(String row, String group, boolean vulnerable, String words) {
        return row("people-groups", row, Map.of("group", group), Map.of("vulnerable", vulnerable, "words", words));
    }

    private static Arguments reminder(String row, String kind, int days, int dueDays) {
        return row("renewal-reminders", row, Map.of("kind", kind), Map.of("days", days, "dueDays", dueDays));
    }

    private static Arguments periods(String row, String regime, String advice, String extension) {
        return row(
                "consultation-periods",
                row,
                Map.of("regime", regime),
                Map.of(
                        "acceptance",
                        "P10D",
                        "advice",
                        advice,
                        "extension",
                        extension,
                        "extensionTold",
                        "P1M",
                        "reminder",
                        "P7D"));
    }

    /** A project with nothing about it that calls for advice, apart from these facts. */
    private static Arguments ethics(String row, boolean needed, Object... facts) {
        Map<String, Object> inputs = new HashMap<>(Map.of(
                "automatedDecisions", "none",
                "ai", false,
                "profiling", false,
                "children", false,
                "vulnerable", false,
                "scale", "under-1000",
                "ethicsAsked", false));
        for (int i = 0; i < facts.length; i += 2) {
            inputs.put((String) facts[i], facts[i + 1]);
        }
        return row("ethics-screening", row, inputs, Map.of("ethicsNeeded", needed));
    }

    private static Arguments change(String row, String section, String asks) {
        return row("materiality", row, Map.of("section", section), Map.of("asks", asks));
    }

    private static Arguments row(String table, String row, Map<String, Object> inputs, Map<String, Object> outputs) {
        return arguments(table, row, inputs, outputs);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void decidesByOneRow(String table, String row, Map<String, Object> inputs, Map<String, Object> outputs) {
        DmnDecisionTableResult result = decide(table, inputs);

        assertThat(matched).containsExactly(row);
        Map<String, Object> decided = new HashMap<>(result.getSingleResult().getEntryMap());
        decided.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("reason"));
        assertThat(decided).isEqualTo(outputs);
    }

    @Test
    void provesEveryRowOfEveryTableThatDecides() {
        Map<String, Set<String>> proven = rows().map(Arguments::get)
                .collect(groupingBy(row -> (String) row[0], mapping(row -> (String) row[1], toSet())));

        assertThat(proven).isEqualTo(rowsOfEveryTable());
    }

    /** Tables that collect what fits are proven by tests of their own; tables of codes decide nothing. */
    private static boolean decidesByOneRow(File table) {
        return Dmn.readModelFromFile(table).getModelElementsByType(DecisionTable.class).stream()
                .noneMatch(decisionTable -> decisionTable.getHitPolicy() == HitPolicy.COLLECT
                        || decisionTable.getInputs().stream().anyMatch(about -> about.getInputExpression()
                                .getText()
                                .getTextContent()
                                .equals("code")));
    }

    private static Map<String, Set<String>> rowsOfEveryTable() {
        Map<String, Set<String>> rows = new HashMap<>();
        for (DmnModelInstance model : Models.decisions()
                .filter(DecisionTableTests::decidesByOneRow)
                .map(Dmn::readModelFromFile)
                .toList()) {
            for (Decision decision : model.getModelElementsByType(Decision.class)) {
                rows.put(
                        decision.getId(),
                        model.getModelElementsByType(Rule.class).stream()
                                .map(Rule::getId)
                                .collect(toSet()));
            }
        }
        return rows;
    }
}
