package gm.sharing.project;

import gm.sharing.organisation.OrganisationCode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** An organisation that takes part in the sharing and signs the agreement. */
@Embeddable
public record Partner(
        OrganisationCode organisation,
        @Enumerated(EnumType.STRING) Part part,
        @Enumerated(EnumType.STRING) PartyRole role) {}
