package gm.sharing.leaving;

import gm.sharing.organisation.OrganisationCode;
import org.jspecify.annotations.Nullable;

/**
 * An account, whether or not it may act.
 *
 * @param organisation to which its holder belongs; null for whoever belongs to none
 * @param administrator whether its holder administers the service
 */
public record KnownAccount(
        String id, String name, @Nullable OrganisationCode organisation, boolean administrator, boolean disabled) {}
