package gm.sharing.project;

import gm.sharing.Refused;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Who leads a project: a person, for an organisation. */
@Embeddable
class Leadership {

    private String lead;

    private OrganisationCode leadOrganisation;

    private @Nullable OrganisationCode runBy;

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

    /** The organisation whose project leads lead it: the one that proposed it, or the one of which that is part now. */
    OrganisationCode runBy() {
        return runBy == null ? leadOrganisation : runBy;
    }

    void runBy(OrganisationCode successor) {
        runBy = successor;
    }

    private boolean isOfALeadingOrganisation(Person person) {
        return person.organisation()
                .filter(organisation -> organisation.equals(leadOrganisation) || organisation.equals(runBy))
                .isPresent();
    }

    /** Whether the person is the lead, or a project lead of the same organisation. */
    boolean includes(Person person) {
        return person.id().equals(lead) || (person.holds(Role.PROJECT_LEAD) && isOfALeadingOrganisation(person));
    }

    /**
     * Passes to another project lead of the organisation.
     *
     * @return the id of who led before
     */
    String passTo(Person to) {
        if (!to.holdsInOwnRight(Role.PROJECT_LEAD) || !isOfALeadingOrganisation(to)) {
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
