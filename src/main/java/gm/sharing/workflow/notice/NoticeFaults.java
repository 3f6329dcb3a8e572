package gm.sharing.workflow.notice;

import gm.sharing.fault.Fault;
import gm.sharing.fault.FaultKind;
import gm.sharing.fault.Faults;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import java.time.Clock;
import java.util.Collection;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Tells those who mend models of notices that cannot be made, once for each send task of a version. */
@Component
class NoticeFaults {

    private final Faults faults;
    private final Directory directory;
    private final Clock clock;

    NoticeFaults(Faults faults, Directory directory, Clock clock) {
        this.faults = faults;
        this.directory = directory;
        this.clock = clock;
    }

    /** The groups that are nobody's role; an office that nobody holds today is no fault of the model. */
    void reportUnknown(DelegateExecution execution, ProjectReference reference, Collection<String> empty) {
        empty.stream()
                .filter(group -> !isKnown(group))
                .forEach(group ->
                        report(execution, reference, "It goes to the group “" + group + "”, which is nobody’s role."));
    }

    private boolean isKnown(String group) {
        return Role.ofGroup(group).isPresent()
                && Role.organisationOf(group)
                        .map(organisation -> directory.find(organisation).isPresent())
                        .orElse(true);
    }

    void report(DelegateExecution execution, ProjectReference reference, String cause) {
        String definition = execution.getProcessDefinitionId();
        String element = execution.getCurrentActivityId();
        String name = execution.getCurrentActivityName();
        faults.report(new Fault(
                "notice:" + definition + ":" + element,
                FaultKind.NOTICE,
                reference.value(),
                "%s%s of %s"
                        .formatted(
                                element,
                                name == null || name.isBlank() ? "" : " (“" + name.strip() + "”)",
                                definition.replaceFirst(":.*", "")),
                "The notice cannot be made. " + cause,
                "Process owners: correct the send task and deploy the model. The journey goes on; tell those concerned yourselves.",
                clock.instant(),
                Fault.Tell.AT_ONCE));
    }
}
