package gm.sharing.workflow.access;

import gm.sharing.audit.AuditTrail;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectLeads;
import gm.sharing.wording.Words;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets no new task wait for somebody who is not there. One with candidates goes to them when its assignee is gone. One of a
 * project lead goes to the deputy while the lead is away, who stays its owner, and to another project lead of the
 * organisation when the lead is gone. What a deputy did is recorded so, and counts as the lead's work.
 */
@Component
class AbsentAssignees implements TaskListener {

    private static final Words WORDS = Words.in("notice/stand-ins");

    private static final String LEAD_ORGANISATION = "leadOrganisation";

    private final People people;
    private final LeadsPlaces places;
    private final ObjectProvider<AuditTrail> events;

    AbsentAssignees(People people, LeadsPlaces places, ObjectProvider<AuditTrail> events) {
        this.people = people;
        this.places = places;
        this.events = events;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getAssignee() == null) {
            return;
        }
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            recordDeputy(task);
            return;
        }
        boolean gone = people.find(task.getAssignee()).isEmpty();
        if (!task.getCandidates().isEmpty()) {
            if (gone) {
                task.setAssignee(null);
            }
        } else if (gone) {
            succeed(task);
        } else {
            places.deputyOf(task.getAssignee()).ifPresent(deputy -> {
                task.setOwner(task.getAssignee());
                task.setAssignee(deputy.id());
            });
        }
    }

    private void succeed(DelegateTask task) {
        String organisation = (String) task.getVariable(LEAD_ORGANISATION);
        if (organisation != null) {
            places.successorOf(task.getAssignee(), new OrganisationCode(organisation))
                    .map(Person::id)
                    .ifPresent(task::setAssignee);
        }
    }

    private void recordDeputy(DelegateTask task) {
        String by = Context.getCommandContext().getAuthenticatedUserId();
        String owner = task.getOwner();
        if (by == null || owner == null || by.equals(owner)) {
            return;
        }
        events.getObject()
                .record(
                        task.getExecution().getProcessBusinessKey(),
                        by,
                        ProjectLeads.DONE_FOR_ITS_LEAD,
                        WORDS.text(
                                "completed",
                                Map.of(
                                        "task", task.getName(),
                                        "person",
                                                people.find(owner)
                                                        .map(Person::name)
                                                        .orElse(owner))));
    }
}
