package gm.sharing.document;

import gm.sharing.organisation.OrganisationCode;
import java.util.Set;

/**
 * What differs in one section between two versions.
 *
 * @param section the section's key
 * @param item tells sections with the same key apart; empty where there is one
 * @param title the section's title
 * @param before in plain text what it said and no longer says; empty when something was only added
 * @param after in plain text what it says and did not say; empty when something was only taken out
 * @param touches the organisations it concerns in either version; empty when it concerns every party
 */
public record Change(
        String section, String item, String title, String before, String after, Set<OrganisationCode> touches) {

    public Change {
        touches = Set.copyOf(touches);
    }

    /** In a section of which there is one. */
    public Change(String section, String title, String before, String after, Set<OrganisationCode> touches) {
        this(section, "", title, before, after, touches);
    }
}
