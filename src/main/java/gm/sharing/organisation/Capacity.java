package gm.sharing.organisation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In what capacity somebody holds a role: their own, as the deputy of somebody who is away, because their organisation
 * acts for another that has nobody in the role, or both of the latter.
 *
 * @param deputyFor the id of the person who is away; null without one
 * @param deputyForName that person's name; null without one
 * @param through the organisation that acts for the one in which the role is held; null when that one acts itself
 * @param consent by which consent it acts, in words; null when it needs none
 */
public record Capacity(
        @Nullable String deputyFor,
        @Nullable String deputyForName,
        @Nullable OrganisationCode through,
        @Nullable String consent) {

    /** In the person's own right. */
    public static final Capacity OWN = new Capacity(null, null, null, null);

    /** The same through an organisation that acts for the one in which the role is held. */
    public Capacity through(OrganisationCode organisation) {
        return through(organisation, null);
    }

    /** The same through an organisation that acts for the one in which the role is held, by this consent. */
    public Capacity through(OrganisationCode organisation, @Nullable String consent) {
        return new Capacity(deputyFor, deputyForName, organisation, consent);
    }

    /** The same for whoever is deputy of a person who holds the role in this capacity. */
    public Capacity asDeputyOf(String person, String name) {
        return new Capacity(person, name, through, consent);
    }

    /** Whose authority it is beside one's own: the id of the person who is away. */
    public Optional<String> onBehalfOf() {
        return Optional.ofNullable(deputyFor);
    }
}
