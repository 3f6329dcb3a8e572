package gm.sharing.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who the people are and which groups they are in; kept by the engine or by single sign-on, not by this module. */
public interface People {

    Optional<Person> find(String id);

    /** Everybody in the group, in no particular order. */
    List<Person> in(String group);

    /** The ids of everybody in the group: all that is needed to tell them something, and much less to ask for. */
    default Set<String> idsIn(String group) {
        return in(group).stream().map(Person::id).collect(Collectors.toSet());
    }

    /** Those of the groups that anybody is in. */
    default Set<String> held(Collection<String> groups) {
        return groups.stream().filter(group -> !idsIn(group).isEmpty()).collect(Collectors.toSet());
    }

    /** Whether the two belong together; refused for some seconds after repeated failures. */
    boolean passwordMatches(String id, String password);
}
