package gm.sharing.mandate;

import gm.sharing.organisation.OrganisationCode;

/** Said in the transaction in which a mandate ends: from now on its organisation's officers sign nothing under it. */
public record MandateEnded(OrganisationCode organisation) {}
