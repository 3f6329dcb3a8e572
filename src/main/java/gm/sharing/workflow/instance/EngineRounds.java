package gm.sharing.workflow.instance;

import gm.sharing.project.ProjectReference;
import gm.sharing.signoff.RoundJourney;
import gm.sharing.workflow.gate.ProgramMessage;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.gate.expression.Whom;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells the process of a project what became of a round of sign-off. */
@Sets(@Variable(name = "waiting", whom = Whom.RECIPIENTS, with = "draft-taken-back"))
@Component
class EngineRounds implements RoundJourney {

    private final RuntimeService runtime;
    private final ProjectsProcesses processes;
    private final PeopleWaiting waiting;

    EngineRounds(RuntimeService runtime, ProjectsProcesses processes, PeopleWaiting waiting) {
        this.runtime = runtime;
        this.processes = processes;
        this.waiting = waiting;
    }

    @Override
    public void takenBack(ProjectReference reference) {
        processes.holdStill(reference);
        ProjectMessage.to(
                reference,
                runtime.createMessageCorrelation(ProgramMessage.DRAFT_TAKEN_BACK.text())
                        .setVariable(PeopleWaiting.VARIABLE, waiting.withOpenTasks(reference)));
    }
}
