package gm.sharing.project;

import gm.sharing.Refused;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import jakarta.persistence.Embeddable;

/** Who leads a project: a person, for an organisation. */
@Embeddable
class Leadership {

    private String lead;

    private OrganisationCode leadOrganisation;

    protected Leadership() {}

    Leadership(Person lead, OrganisationCode leadOrganisation) {
        this.lead = lead.id();
        this.leadOrganisation = leadOrganisation;
    }

    String lead() {
        return lead;
    }

    OrganisationCode leadOrganisation() {
        return leadOrganisation;
    }

    /** Whether the person is the lead, or a project lead of the same organisation. */
    boolean includes(Person person) {
        return person.id().equals(lead)
                || (person.holds(Role.PROJECT_LEAD)
                        && person.organisation()
                                .filter(leadOrganisation::equals)
                                .isPresent());
    }

    /**
     * Passes to another project lead of the organisation.
     *
     * @return the id of who led before
     */
    String passTo(Person to) {
        if (!to.holdsInOwnRight(Role.PROJECT_LEAD)
                || to.organisation().filter(leadOrganisation::equals).isEmpty()) {
            throw Refused.of("lead", "choose a project lead of the organisation that leads it.");
        }
        if (to.id().equals(lead)) {
            throw Refused.of("lead", "%s leads it already.".formatted(to.name()));
        }
        String before = lead;
        lead = to.id();
        return before;
    }
}
