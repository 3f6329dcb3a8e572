package gm.sharing.steps.dpia;

import gm.sharing.code.Coded;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.Likelihood;
import gm.sharing.dpia.RiskSuggestion;
import gm.sharing.dpia.Severity;
import gm.sharing.project.ProjectReference;
import gm.sharing.steps.screening.ProjectFacts;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.model.Tables;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Offers the lead the risks that the table {@code risk-suggestions} finds for the project. */
@ModelBean(value = "suggestRisks", in = "dpia")
class SuggestRisks implements JavaDelegate {

    static final String TABLE = "risk-suggestions";

    private final ProjectFacts facts;
    private final Tables tables;
    private final Dpias dpias;

    SuggestRisks(ProjectFacts facts, Tables tables, Dpias dpias) {
        this.facts = facts;
        this.tables = tables;
        this.dpias = dpias;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = new ProjectReference(execution.getProcessBusinessKey());
        var suggestions = tables.ask(TABLE, facts.of(reference)).stream()
                .map(SuggestRisks::suggestion)
                .toList();
        dpias.suggestRisks(reference, suggestions);
    }

    private static RiskSuggestion suggestion(DmnDecisionRuleResult row) {
        return new RiskSuggestion(
                row.getEntry("code"),
                row.getEntry("source"),
                row.getEntry("impact"),
                Coded.of(Likelihood.class, row.getEntry("likelihood")),
                Coded.of(Severity.class, row.getEntry("severity")),
                row.getEntry("measure"));
    }
}
