package gm.sharing.steps.dpia;

import gm.sharing.code.Coded;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.Likelihood;
import gm.sharing.dpia.RiskLevel;
import gm.sharing.dpia.Severity;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.model.ModelBean;
import gm.sharing.workflow.model.Tables;
import gm.sharing.workflow.step.Instance;
import gm.sharing.workflow.step.ServiceStep;
import java.util.Map;

/** Grades every risk by the table {@code dpia-risk} and says whether one stays high. */
@Sets(@Variable(name = "residualHigh", type = Boolean.class))
@ModelBean(value = "gradeRisks", in = "dpia")
class GradeRisks implements ServiceStep {

    static final String TABLE = "dpia-risk";

    private final Dpias dpias;
    private final Tables tables;

    GradeRisks(Dpias dpias, Tables tables) {
        this.dpias = dpias;
        this.tables = tables;
    }

    @Override
    public void run(Instance instance) {
        var reference = instance.reference();
        instance.set("residualHigh", dpias.gradeRisks(reference, this::level));
    }

    private RiskLevel level(Likelihood likelihood, Severity severity) {
        return Coded.of(
                RiskLevel.class,
                tables.one(TABLE, Map.of("likelihood", likelihood.code(), "severity", severity.code()))
                        .text("level"));
    }
}
