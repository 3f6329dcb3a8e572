package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.consultation.ConsultationState;
import gm.sharing.dpia.ConsultationOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Walks every path of prior-consultation by the real forms, on the days of the Commissioner's letters; the class fails when
 * a step or a flow of it was never reached.
 */
@EveryWay
class PriorConsultationIntegrationTests extends ConsultationInTheEngine {

    @Test
    void stopsExtendsAndResumesTheClockAndGoesOnWithTheMeasuresThatTheCommissionerAdvised() {
        assertThat(consultation().risks()).containsExactly(1);
        assertThat(shown(SUBMIT, "highRisks"))
                .startsWith("**R1** A family is visited for somebody else's history.")
                .doesNotContain("R2");
        journey.fire(project, "Timer_SubmissionReminder");
        assertThat(told("Send_SubmissionReminder")).containsExactly(DPO);
        journey.fire(project, "Timer_SubmissionDue");
        assertThat(told("Send_SubmissionEscalation"))
                .containsExactlyInAnyOrder(SIRO, "signatory2.manchester", DPO, LEAD);

        itIs("2026-06-03");
        complete(SUBMIT, DPO, submission("2026-06-03"));
        assertThat(due(ACCEPTANCE)).isEqualTo("2026-06-13");
        assertThat(fires("Timer_AcceptanceOver")).isEqualTo(Instant.parse("2026-06-14T08:00:00Z"));
        assertThat(fires("Timer_AcceptanceEscalation")).isEqualTo(Instant.parse("2026-06-19T16:00:00Z"));
        itIs("2026-06-08");
        complete(
                ACCEPTANCE,
                DPO,
                Map.of(
                        "acceptance", "incomplete",
                        "answeredOn", "2026-06-08",
                        "explanation", "The DPIA has no annex."));
        assertThat(shown(SUBMIT, "returned")).contains("> The DPIA has no annex.");

        complete(SUBMIT, DPO, submission("2026-06-08"));
        journey.fire(project, "Timer_AcceptanceOver");
        assertThat(told("Send_AskForAcceptance")).containsExactly(DPO);
        journey.fire(project, "Timer_AcceptanceEscalation");
        assertThat(told("Send_AcceptanceEscalation")).containsExactlyInAnyOrder(SIRO, "signatory2.manchester", LEAD);
        itIs("2026-06-22");
        complete(ACCEPTANCE, DPO, accepted("2026-06-09"));

        assertThat(due(ANSWER)).isEqualTo("2026-08-04");
        assertThat(fires("Timer_ExtensionOver")).isEqualTo(Instant.parse("2026-07-10T08:00:00Z"));
        assertThat(fires("Timer_AdviceReminder")).isEqualTo(Instant.parse("2026-07-28T08:00:00Z"));
        assertThat(fires("Timer_AdviceOver")).isEqualTo(Instant.parse("2026-08-05T08:00:00Z"));
        complete(ANSWER, DPO, question("2026-06-20", "true"));

        assertThat(consultation().state()).isEqualTo(ConsultationState.CLOCK_STOPPED);
        assertThat(timers()).contains("Timer_ExtensionOver").doesNotContain("Timer_AdviceOver", "Timer_AdviceReminder");
        assertThat(shown(INFORMATION, "question")).isEqualTo("> How long is it kept?");
        journey.fire(project, "Timer_InformationReminder");
        assertThat(told("Send_InformationReminder")).containsExactly(LEAD);
        journey.fire(project, "Timer_InformationDue");
        assertThat(told("Send_InformationEscalation"))
                .containsExactlyInAnyOrder(SIRO, "signatory2.manchester", DPO, LEAD);
        itIs("2026-07-01");
        complete(INFORMATION, LEAD, Map.of("receivedOn", "2026-06-30", "information", "The retention table."));

        assertThat(due(ANSWER)).isEqualTo("2026-08-14");
        assertThat(fires("Timer_AdviceOver")).isEqualTo(Instant.parse("2026-08-15T08:00:00Z"));
        itIs("2026-07-09");
        complete(ANSWER, DPO, extension("2026-07-09"));
        assertThat(due(ANSWER)).isEqualTo("2026-09-25");
        journey.fire(project, "Timer_ExtensionOver");
        assertThat(told("Send_TellNoExtension")).isEmpty();
        journey.fire(project, "Timer_AdviceReminder");
        assertThat(told("Send_AdviceReminder")).containsExactlyInAnyOrder(DPO, LEAD);
        itIs("2026-09-28");
        journey.fire(project, "Timer_AdviceOver");
        assertThat(told("Send_AdviceEscalation")).containsExactlyInAnyOrder(SIRO, "signatory2.manchester", DPO, LEAD);
        complete(ANSWER, DPO, advice("measures", "2026-09-27"));

        assertThat(shown(OUTCOME, "situation"))
                .contains("The request was sent on Wednesday 3 June 2026 (UK GDPR, Article 36).")
                .contains("It was received on Tuesday 9 June 2026. Reference: IC-123456.")
                .contains("**On Saturday 20 June 2026 the ICO asked for information; the period was suspended**")
                .contains("**It had it on Tuesday 30 June 2026**\n\n> The retention table.")
                .contains("**The ICO takes longer, as it said on Thursday 9 July 2026**\n\n> Many parties.")
                .contains("**The ICO advised on Sunday 27 September 2026: It can go ahead with further measures**");
        journey.fire(project, "Timer_OutcomeReminder");
        assertThat(told("Send_OutcomeReminder")).containsExactlyInAnyOrder(SIRO, "signatory2.manchester");
        journey.fire(project, "Timer_OutcomeDue");
        assertThat(told("Send_OutcomeEscalation")).containsExactlyInAnyOrder(SIRO, "signatory2.manchester", DPO, LEAD);
        refused(OUTCOME, SIRO, outcome("go-on"), "Measures: say what is done about the Commissioner’s advice.");
        assertThat(dpias.get(reference).riskRegister().isConsultationNeeded()).isTrue();
        complete(OUTCOME, SIRO, with(outcome("go-on"), "measures", "A second person checks every match."));

        assertThat(journey.hasEnded(project)).isTrue();
        assertThat(dpias.get(reference).riskRegister().isConsultationNeeded()).isFalse();
        assertThat(notice("Send_TellOutcome")).contains("the project goes on. The measures that follow");
        assertThat(types())
                .containsSubsequence(
                        "consultation.needed",
                        "consultation.submitted",
                        "consultation.acceptance-awaited",
                        "consultation.incomplete",
                        "consultation.submitted",
                        "consultation.accepted",
                        "consultation.asks",
                        "consultation.informed",
                        "consultation.extends",
                        "consultation.advises",
                        "consultation.decided",
                        "dpia.commissioner-consulted");
    }

    @Test
    void goesOnCountingWhenNobodyAnswersAndLetsTheSignatoryDecide() {
        complete(SUBMIT, DPO, submission("2026-06-01"));
        var silent = Map.<String, Object>of("acceptance", "silent", "receivedOn", "2026-06-01");
        refused(ACCEPTANCE, DPO, silent, "What did the Commissioner say? The Commissioner still has until 11 June");
        itIs("2026-06-15");
        complete(ACCEPTANCE, DPO, silent);
        journey.fire(project, "Timer_ExtensionOver");
        assertThat(told("Send_TellNoExtension")).containsExactlyInAnyOrder(DPO, LEAD);
        complete(ANSWER, DPO, question("2026-06-12", "false"));
        complete(INFORMATION, LEAD, Map.of("receivedOn", "2026-06-15", "information", "The table."));
        assertThat(due(ANSWER)).isEqualTo("2026-07-27");
        itIs("2026-07-27");
        refused(
                ANSWER,
                DPO,
                Map.of("answer", "silent"),
                "What came from the Commissioner? The Commissioner still has until 27 July 2026 to answer.");
        itIs("2026-07-28");
        refused(
                ANSWER,
                DPO,
                extension("2026-07-02"),
                "Date of the letter: the Commissioner can take longer only when that is said by 1 July 2026.");
        complete(ANSWER, DPO, Map.of("answer", "silent"));

        assertThat(shown(OUTCOME, "situation")).contains("Silence is not approval");
        complete(OUTCOME, SIRO, outcome("change"));

        assertThat(journey.hasEnded(project)).isTrue();
        assertThat(consultation().outcome().orElseThrow().outcome()).isEqualTo(ConsultationOutcome.CHANGE);
        assertThat(dpias.get(reference).riskRegister().isConsultationNeeded()).isTrue();
        assertThat(notice("Send_TellOutcome")).contains("the sharing is changed");
    }

    @Test
    void asksTheSignatoryWhenTheCommissionerDoesNotTakeItOn() {
        complete(SUBMIT, DPO, with(submission("2026-06-01"), "regime", "law-enforcement"));
        complete(
                ACCEPTANCE,
                DPO,
                Map.of(
                        "acceptance", "declined",
                        "answeredOn", "2026-06-01",
                        "explanation", "The risk is not high."));

        complete(OUTCOME, SIRO, outcome("stop"));

        assertThat(journey.hasEnded(project)).isTrue();
        assertThat(notice("Send_TellOutcome")).contains("the project stops");
    }

    @Test
    void doesNotGoOnAfterAWarning() {
        complete(SUBMIT, DPO, with(submission("2026-06-01"), "regime", "law-enforcement"));
        complete(ACCEPTANCE, DPO, accepted("2026-06-01"));
        assertThat(due(ANSWER)).isEqualTo("2026-07-13");
        complete(ANSWER, DPO, advice("warning", "2026-06-01"));

        refused(
                OUTCOME,
                SIRO,
                with(outcome("go-on"), "measures", "None."),
                "How does the project go on? The Commissioner said not to go ahead as it is");
        assertThat(consultation().state()).isEqualTo(ConsultationState.ADVISED);
    }

    @Test
    void refusesTheWrongPersonAndBadAnswersByTheNameOfTheField() {
        for (var wrong : List.of(LEAD, SIRO, "dpo.bolton")) {
            refused(SUBMIT, wrong, submission("2026-06-01"), "You may not do this");
        }
        var submission = submission("2026-06-01");
        refused(SUBMIT, DPO, without(submission, "regime"), "Under which law is the Commissioner consulted? Must be");
        refused(SUBMIT, DPO, with(submission, "regime", "eu-gdpr"), "Commissioner consulted? Is not among");
        refused(SUBMIT, DPO, with(submission, "sent", List.of()), "What was sent: must be filled in");
        refused(SUBMIT, DPO, with(submission, "sent", List.of("dpia")), "What was sent: Article 36(3)");
        refused(SUBMIT, DPO, with(submission, "sent", List.of("flowers")), "What was sent: is not among");
        refused(SUBMIT, DPO, with(submission, "submittedOn", "soon"), "Date of submission: ");
        refused(SUBMIT, DPO, with(submission, "submittedOn", "2026-06-02"), "Date of submission: 2 June 2026 is in");
        refused(SUBMIT, DPO, with(submission, "alsoSent", "x".repeat(30_001)), "What else was sent: is too long");
        refused(SUBMIT, DPO, with(submission, "state", "ENDED"), "This form has no field “state”");
        complete(SUBMIT, DPO, submission);

        refused(ACCEPTANCE, SIRO, accepted("2026-06-01"), "You may not do this");
        refused(ACCEPTANCE, DPO, Map.of(), "What did the Commissioner say? Must be filled in");
        refused(ACCEPTANCE, DPO, Map.of("acceptance", "perhaps"), "What did the Commissioner say? Is not among");
        refused(ACCEPTANCE, DPO, without(accepted("2026-06-01"), "answeredOn"), "Date of the answer: must be");
        refused(ACCEPTANCE, DPO, accepted("2026-05-31"), "Date of receipt: 31 May 2026 is too early");
        refused(
                ACCEPTANCE,
                DPO,
                with(accepted("2026-06-01"), "icoReference", "x".repeat(101)),
                "The Commissioner’s reference: is too long");
        refused(
                ACCEPTANCE,
                DPO,
                Map.of("acceptance", "declined", "answeredOn", "2026-06-01"),
                "What is missing or why: must be filled in");
        complete(ACCEPTANCE, DPO, accepted("2026-06-01"));

        refused(ANSWER, LEAD, advice("ban", "2026-06-01"), "You may not do this");
        refused(ANSWER, DPO, Map.of(), "What came from the Commissioner? Must be filled in");
        refused(ANSWER, DPO, Map.of("answer", "shrugs"), "What came from the Commissioner? Is not among");
        refused(ANSWER, DPO, advice("ban", "2026-05-31"), "Date of the letter: 31 May 2026 is too early");
        refused(ANSWER, DPO, advice("maybe", "2026-06-01"), "think of the processing? Is not among");
        refused(ANSWER, DPO, without(advice("ban", "2026-06-01"), "advice"), "The Commissioner’s advice: must be");
        refused(ANSWER, DPO, without(extension("2026-06-01"), "reasons"), "Reasons for taking longer: must be");
        refused(ANSWER, DPO, without(question("2026-06-01", "true"), "question"), "Information asked for: must be");
        refused(ANSWER, DPO, without(question("2026-06-01", "true"), "clockStops"), "Has the ICO stopped the clock?");
        refused(ANSWER, DPO, question("2026-06-01", "half"), "Has the ICO stopped the clock? Is not among");
        complete(ANSWER, DPO, question("2026-06-01", "true"));

        var information = Map.<String, Object>of("receivedOn", "2026-06-01", "information", "The table.");
        refused(INFORMATION, DPO, information, "You may not do this");
        refused(INFORMATION, LEAD, with(information, "information", " "), "Information sent: must be filled in");
        refused(INFORMATION, LEAD, with(information, "receivedOn", "2026-05-31"), "Date of receipt: 31 May 2026 is");
        complete(INFORMATION, LEAD, information);
        complete(ANSWER, DPO, advice("no-concerns", "2026-06-01"));

        refused(OUTCOME, DPO, outcome("go-on"), "You may not do this");
        refused(OUTCOME, SIRO, without(outcome("go-on"), "outcome"), "How does the project go on? Must be filled");
        refused(OUTCOME, SIRO, outcome("wait"), "How does the project go on? Is not among");
        refused(OUTCOME, SIRO, without(outcome("stop"), "reasons"), "Reasons: must be filled in");
        refused(OUTCOME, SIRO, with(outcome("stop"), "reasons", "x".repeat(30_001)), "Reasons: is too long");
        complete(OUTCOME, SIRO, outcome("go-on"));

        assertThat(journey.hasEnded(project)).isTrue();
    }
}
