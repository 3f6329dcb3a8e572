package gm.sharing.handbook;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who does a step.
 *
 * @param role null when the process itself says which person or office it is
 * @param organisation null when the model names none
 */
public record Doer(@Nullable Role role, Whose whose, @Nullable OrganisationCode organisation) {

    /** For whom somebody holds the role. */
    public enum Whose {
        /** The organisation that leads the project. */
        LEAD,
        /** The partner about which the process is. */
        PARTNER,
        /** The one that the model names. */
        NAMED,
        /** One that the process finds out, such as each that is asked for advice. */
        ASKED,
        /** All of Greater Manchester, or a person. */
        NOBODYS
    }
}
