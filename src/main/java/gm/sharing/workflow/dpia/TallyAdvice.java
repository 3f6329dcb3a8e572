package gm.sharing.workflow.dpia;

import gm.sharing.dpia.Dpias;
import gm.sharing.project.Needs;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.workflow.model.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Counts the advice for the table {@code dpia-gate}, and opens the sections that are to fix. */
@ModelBean("tallyAdvice")
class TallyAdvice implements JavaDelegate {

    /** As the form describe-needs has it. */
    private static final String NO_PERSONAL_DATA = "Not personal data";

    private final Dpias dpias;
    private final Projects projects;

    TallyAdvice(Dpias dpias, Projects projects) {
        this.dpias = dpias;
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reference = new ProjectReference(execution.getProcessBusinessKey());
        var tally = dpias.get(reference).tally();
        execution.setVariable("personalData", personalData(reference));
        execution.setVariable("approved", tally.approved());
        execution.setVariable("rejected", tally.rejected());
        execution.setVariable("open", tally.open());
        execution.setVariable("overdue", tally.overdue());
        execution.setVariable("sentBack", !dpias.sendBack(reference).isEmpty());
    }

    private boolean personalData(ProjectReference reference) {
        return projects.get(reference)
                .needs()
                .map(Needs::dataItems)
                .filter(items -> items.stream().allMatch(item -> item.kind().startsWith(NO_PERSONAL_DATA)))
                .isEmpty();
    }
}
