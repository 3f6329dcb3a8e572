package gm.sharing.signoff;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.project.ProjectReference;

/** Names what one partner is asked in one round of a project. */
public record SignOffId(ProjectReference reference, int round, OrganisationCode partner) {}
