package gm.sharing.signoff;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectLeads;
import gm.sharing.project.ProjectReference;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says of a project who may not decide in it. */
@Component
public class FourEyesRule {

    private final ProjectLeads leads;
    private final People people;

    FourEyesRule(ProjectLeads leads, People people) {
        this.leads = leads;
        this.people = people;
    }

    /** What holds for decisions of a partner. */
    FourEyes of(SignOffId id) {
        return new FourEyes(
                leads.actedAsLead(id.reference()), () -> people.idsIn(Role.SIGNATORY.groupOf(id.partner())));
    }

    /** What holds for decisions of the Information Board, which signs nothing. */
    FourEyes of(ProjectReference reference) {
        return new FourEyes(leads.actedAsLead(reference), Set::of);
    }

    /** Whether the person may decide in the role for the partner in this project. */
    public boolean lets(Person person, Role role, OrganisationCode partner, ProjectReference reference) {
        return of(reference).lets(person, role, partner);
    }
}
