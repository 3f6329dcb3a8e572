package gm.sharing.organisation;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody who can sign in.
 *
 * @param id the name they sign in with
 * @param name as shown to others
 * @param email empty when none is known: then nothing can be sent to them
 * @param groups the engine's groups, from which roles and the organisation are read
 */
public record Person(String id, String name, String email, Set<String> groups) {

    private static final String MEMBER_OF = "org-";

    public Person {
        groups = Set.copyOf(groups);
    }

    /** The one organisation that the person belongs to; empty for the Information Board and for administrators. */
    public Optional<OrganisationCode> organisation() {
        return groups.stream()
                .filter(group -> group.startsWith(MEMBER_OF))
                .map(group -> new OrganisationCode(group.substring(MEMBER_OF.length())))
                .findFirst();
    }

    public boolean holds(Role role) {
        return groups.contains(role.group());
    }

    public boolean holds(Role role, OrganisationCode organisation) {
        return groups.contains(role.groupOf(organisation));
    }
}
