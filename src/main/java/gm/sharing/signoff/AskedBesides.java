package gm.sharing.signoff;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What a partner's review answers beside its decision.
 *
 * @param position on the lead organisation's assessment; asked where one was approved, and not of the lead organisation
 * @param policyDocument its own; asked where the partner relies on one as a controller
 */
@Embeddable
public record AskedBesides(
        @Column(name = "position_asked") boolean position,
        @Column(name = "policy_document_asked") boolean policyDocument) {}
