package gm.sharing.organisation;

/** An organisation is part of another one from now on, which runs what was the old one's. */
public record OrganisationEnded(OrganisationCode organisation, OrganisationCode successor) {}
