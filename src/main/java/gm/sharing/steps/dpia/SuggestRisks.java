package gm.sharing.steps.dpia;

import gm.sharing.code.Coded;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.Likelihood;
import gm.sharing.dpia.RiskSuggestion;
import gm.sharing.dpia.Severity;
import gm.sharing.steps.screening.ProjectFacts;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.model.Tables;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.Row;
import gm.sharing.workflow.step.ServiceStep;

/** Offers the lead the risks that the table {@code risk-suggestions} finds for the project. */
@ModelBean(value = "suggestRisks", in = "dpia")
class SuggestRisks implements ServiceStep {

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
    public void run(Instance instance) {
        var reference = instance.reference();
        var suggestions = tables.ask(TABLE, facts.of(reference).inputs()).stream()
                .map(SuggestRisks::suggestion)
                .toList();
        dpias.suggestRisks(reference, suggestions);
    }

    private static RiskSuggestion suggestion(Row row) {
        return new RiskSuggestion(
                row.text("code"),
                row.text("source"),
                row.text("impact"),
                Coded.of(Likelihood.class, row.text("likelihood")),
                Coded.of(Severity.class, row.text("severity")),
                row.text("measure"));
    }
}
