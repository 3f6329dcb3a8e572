package gm.sharing.organisation;

import java.util.List;

/** Said in the transaction in which organisations, one or many, come into the directory while the service runs. */
public record OrganisationAdded(List<OrganisationCode> organisations) {

    public OrganisationAdded {
        organisations = List.copyOf(organisations);
    }

    public OrganisationAdded(OrganisationCode organisation) {
        this(List.of(organisation));
    }
}
