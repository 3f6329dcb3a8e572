package gm.sharing.workflow.form;

import java.util.Map;

/**
 * The ids that user tasks had before they were called by the name of their form. Processes that began then go on with them, and
 * models that owners changed then keep them; what is stored names the task as it is called now, as if it had been so always
 * ({@code V44__tasks_by_the_name_of_their_form.sql}).
 */
final class FormerTaskIds {

    private static final Map<String, Renamed> RENAMED = Map.ofEntries(
            renamed("Task_SubmitToIco", "ico-submit", "Task_IcoSubmit"),
            renamed("Task_RecordAcceptance", "ico-acceptance", "Task_IcoAcceptance"),
            renamed("Task_RecordIcoAnswer", "ico-answer", "Task_IcoAnswer"),
            renamed("Task_SendInformation", "ico-information", "Task_IcoInformation"),
            renamed("Task_DecideOnConsultation", "ico-outcome", "Task_IcoOutcome"),
            renamed("Task_StateNeed", "dpia-need", "Task_DpiaNeed"),
            renamed("Task_DescribeNature", "dpia-nature", "Task_DpiaNature"),
            renamed("Task_DescribeScope", "dpia-scope", "Task_DpiaScope"),
            renamed("Task_DescribeContext", "dpia-context", "Task_DpiaContext"),
            renamed("Task_DescribePurposes", "dpia-purposes", "Task_DpiaPurposes"),
            renamed("Task_RecordConsultation", "dpia-consult", "Task_DpiaConsult"),
            renamed("Task_AssessNecessity", "dpia-necessity", "Task_DpiaNecessity"),
            renamed("Task_RecordAlgorithm", "atrs-record", "Task_AtrsRecord"),
            renamed("Task_AssessRisks", "dpia-risks", "Task_DpiaRisks"),
            renamed("Task_AnswerHighRisk", "dpia-high-risk", "Task_DpiaHighRisk"),
            renamed("Task_ExplainMissingAdvice", "dpia-missing-advice", "Task_DpiaMissingAdvice"),
            renamed("Task_WeighObjection", "dpia-weigh-objection", "Task_DpiaWeighObjection"),
            renamed("Task_DecideOnDpia", "dpia-decide", "Task_DpiaDecide"),
            renamed("Task_AdviseOnDpia", "dpia-advise", "Task_DpiaAdvise"),
            renamed("Task_AdviseOnEthics", "ethics-advise", "Task_EthicsAdvise"),
            renamed("Task_ConfirmOwnMeasure", "confirm-measure", "Task_ConfirmMeasure_Lead"));

    private FormerTaskIds() {}

    /**
     * What a task is called now.
     *
     * @param form its form: an owner may have given the id to a task with another one
     */
    static String now(String form, String id) {
        Renamed renamed = RENAMED.get(id);
        return renamed != null && renamed.form().equals(form) ? renamed.now() : id;
    }

    private static Map.Entry<String, Renamed> renamed(String before, String form, String now) {
        return Map.entry(before, new Renamed(form, now));
    }

    private record Renamed(String form, String now) {}
}
