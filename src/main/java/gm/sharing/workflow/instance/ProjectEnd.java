package gm.sharing.workflow.instance;

import gm.sharing.measure.Measures;
import gm.sharing.project.ProjectJourney;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.StartableProjects;
import gm.sharing.signoff.Rounds;
import gm.sharing.workflow.gate.ProgramMessage;
import gm.sharing.workflow.gate.expression.Sets;
import gm.sharing.workflow.gate.expression.Sets.Variable;
import gm.sharing.workflow.gate.expression.Whom;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells the process of a project that its lead withdrew it or that the Information Board stopped it, and takes no decision
 * of its partners and follows up no measure any more. What process owners began on it beside ends too.
 */
@Sets(
        @Variable(
                name = "waiting",
                whom = Whom.RECIPIENTS,
                with = {"project-withdrawn", "project-stopped"}))
@Component
class ProjectEnd implements ProjectJourney {

    private static final String LEAD = "lead";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ProjectsProcesses processes;
    private final PeopleWaiting waiting;
    private final OwnProcesses own;
    private final ObjectProvider<Rounds> rounds;
    private final ObjectProvider<Measures> measures;
    private final ObjectProvider<StartableProjects> startable;

    /** The others are looked up when they are needed, because they know the projects, which know this. */
    ProjectEnd(
            RuntimeService runtime,
            TaskService tasks,
            ProjectsProcesses processes,
            PeopleWaiting waiting,
            OwnProcesses own,
            ObjectProvider<Rounds> rounds,
            ObjectProvider<Measures> measures,
            ObjectProvider<StartableProjects> startable) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.processes = processes;
        this.waiting = waiting;
        this.own = own;
        this.rounds = rounds;
        this.measures = measures;
        this.startable = startable;
    }

    @Override
    public void withdrawn(ProjectReference reference) {
        end(reference, ProgramMessage.PROJECT_WITHDRAWN);
    }

    @Override
    public void stopped(ProjectReference reference) {
        end(reference, ProgramMessage.PROJECT_STOPPED);
    }

    /** In the project's own process and in those that it called, which keep the lead as a variable of their own. */
    @Override
    public void handedOver(ProjectReference reference, String before, String now) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).list().stream()
                .map(ProcessInstance::getId)
                .filter(instance -> runtime.getVariableLocal(instance, LEAD) != null)
                .forEach(instance -> runtime.setVariableLocal(instance, LEAD, now));
        tasks.createTaskQuery().processInstanceBusinessKey(reference.value()).taskAssignee(before).list().stream()
                .filter(task -> tasks.getIdentityLinksForTask(task.getId()).stream()
                        .noneMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType())))
                .forEach(task -> tasks.setAssignee(task.getId(), now));
        tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskOwner(before)
                .list()
                .forEach(task -> {
                    tasks.deleteUserIdentityLink(task.getId(), before, IdentityLinkType.OWNER);
                    tasks.setAssignee(task.getId(), now);
                });
    }

    private void end(ProjectReference reference, ProgramMessage message) {
        rounds.getObject().end(reference);
        measures.getObject().end(reference);
        processes.holdStill(reference);
        var told = waiting.withOpenTasks(reference);
        var heard = ProjectMessage.to(
                reference, runtime.createMessageCorrelation(message.text()).setVariable(PeopleWaiting.VARIABLE, told));
        startable.getObject().hold(reference);
        own.end(reference, heard);
    }
}
