package gm.sharing.organisation;

import org.jspecify.annotations.Nullable;

/**
 * Said in the transaction in which an organisation gives, changes or ends its consent to whoever acts for it.
 *
 * @param giver the organisation that consents
 * @param before the consent until then; null without one
 * @param now the consent from then on; null without one
 */
public record ConsentChanged(OrganisationCode giver, @Nullable Consent before, @Nullable Consent now) {}
