package gm.sharing.signoff;

import gm.sharing.organisation.OrganisationCode;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A signature on an earlier version that stands in a round, so that its partner is not asked.
 *
 * @param agreedVersion the version that was signed
 * @param because why it stands, as people read it
 */
@Embeddable
public record StandingSignature(
        OrganisationCode partner, String agreedVersion, @Column(columnDefinition = "text") String because) {}
