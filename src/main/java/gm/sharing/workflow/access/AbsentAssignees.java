package gm.sharing.workflow.access;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Lets no new task wait for an account that is not there any more. One with candidates goes to them; one of a lead goes to
 * the other project leads of the organisation, who may also take the whole project over.
 */
@Component
class AbsentAssignees implements TaskListener {

    private static final String LEAD_ORGANISATION = "leadOrganisation";

    private final People people;

    AbsentAssignees(People people) {
        this.people = people;
    }

    @Override
    public void notify(DelegateTask task) {
        String assignee = task.getAssignee();
        if (assignee == null || people.find(assignee).isPresent()) {
            return;
        }
        if (!task.getCandidates().isEmpty()) {
            task.setAssignee(null);
            return;
        }
        List<String> others = leads((String) task.getVariable(LEAD_ORGANISATION));
        if (!others.isEmpty()) {
            task.setAssignee(null);
            task.addCandidateUsers(others);
        }
    }

    private List<String> leads(String organisation) {
        return people.in(Role.PROJECT_LEAD.group()).stream()
                .filter(person -> person.organisation()
                        .map(OrganisationCode::value)
                        .filter(code -> code.equals(organisation))
                        .isPresent())
                .map(Person::id)
                .toList();
    }
}
