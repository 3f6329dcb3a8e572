package gm.sharing.signoff;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says of a project who may not decide in it. */
@Component
public class FourEyesRule {

    private final Projects projects;
    private final People people;

    FourEyesRule(Projects projects, People people) {
        this.projects = projects;
        this.people = people;
    }

    /** What holds for decisions of a partner. */
    FourEyes of(SignOffId id) {
        return new FourEyes(
                projects.actedAsLead(id.reference()), () -> people.idsIn(Role.SIGNATORY.groupOf(id.partner())));
    }

    /** What holds for decisions of the Information Board, which signs nothing. */
    FourEyes of(ProjectReference reference) {
        return new FourEyes(projects.actedAsLead(reference), Set::of);
    }

    /** Whether the person may decide in the role for the partner in this project. */
    public boolean lets(Person person, Role role, OrganisationCode partner, ProjectReference reference) {
        return of(reference).lets(person, role, partner);
    }
}
