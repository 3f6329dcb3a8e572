package gm.sharing.agreement;

import gm.sharing.organisation.OrganisationCode;
import java.util.Set;

/**
 * What one section says before and after.
 *
 * @param section the section's key
 * @param title the section's title
 * @param before plain text, empty when the section is new
 * @param after plain text, empty when the section is gone
 * @param touches the organisations it concerns in either version; empty when it concerns every party
 */
public record Change(String section, String title, String before, String after, Set<OrganisationCode> touches) {

    public Change {
        touches = Set.copyOf(touches);
    }
}
