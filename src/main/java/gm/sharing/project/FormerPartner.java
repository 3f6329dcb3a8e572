package gm.sharing.project;

import gm.sharing.organisation.OrganisationCode;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** An organisation that was a partner when the project was sent out, and is no more. */
@Embeddable
public record FormerPartner(OrganisationCode organisation, Instant leftAt) {}
