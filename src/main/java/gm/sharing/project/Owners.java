package gm.sharing.project;

import gm.sharing.Refused;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Role;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who can see to something that a project promises: its lead, or those who hold a role in an organisation that takes part.
 * An owner is known by {@link #LEAD} or by the role's group, for example {@code ig-bolton}.
 */
@Component
public class Owners {

    /** The lead of the project, whoever that is at the time. */
    public static final String LEAD = "lead";

    private static final List<Role> ROLES = List.of(Role.IG_OFFICER, Role.DPO, Role.SIGNATORY, Role.CALDICOTT_GUARDIAN);

    private final Directory directory;
    private final People people;

    Owners(Directory directory, People people) {
        this.directory = directory;
        this.people = people;
    }

    /** Everybody who can be chosen: the lead first, then the lead organisation, then the partners. Roles that nobody holds are left out. */
    public List<String> of(SharingProject project) {
        return of(Stream.concat(
                Stream.of(project.leadOrganisation()),
                project.partners().stream().map(Partner::organisation)));
    }

    /**
     * Who can see to what a partner asks for: the lead first, then the lead organisation and the partner itself. What
     * another partner has to do is the lead's to see to, who can ask it.
     */
    public List<String> forPartner(OrganisationCode partner, Headline project) {
        return of(Stream.of(project.leadOrganisation(), partner));
    }

    private List<String> of(Stream<OrganisationCode> organisations) {
        List<String> groups = organisations
                .distinct()
                .flatMap(organisation -> ROLES.stream().map(role -> role.groupOf(organisation)))
                .toList();
        return Stream.concat(Stream.of(LEAD), groups.stream().filter(people.held(groups)::contains))
                .toList();
    }

    /**
     * The owner as people know it: "Project lead", "IG officer, Bolton Council".
     *
     * @throws Refused when there is no such owner
     */
    public String nameOf(String owner) {
        if (LEAD.equals(owner)) {
            return Role.PROJECT_LEAD.label();
        }
        Role role = Role.ofGroup(owner)
                .filter(ROLES::contains)
                .orElseThrow(
                        () -> new Refused("“" + owner + "” is nobody who can see to a measure. Choose from the list."));
        OrganisationCode organisation = new OrganisationCode(owner.substring(owner.indexOf('-') + 1));
        return role.label() + ", " + directory.nameOf(organisation);
    }
}
