package gm.sharing.organisation;

/** Said in the transaction in which an organisation comes into the directory while the service runs. */
public record OrganisationAdded(OrganisationCode organisation) {}
