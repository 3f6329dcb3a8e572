package gm.sharing.organisation;

/** Said in the transaction in which an organisation gets another public name. */
public record OrganisationRenamed(OrganisationCode organisation) {}
