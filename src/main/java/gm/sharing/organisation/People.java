package gm.sharing.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who the people are and which groups they are in; kept by the engine or by single sign-on, not by this module. */
public interface People {

    /**
     * Somebody who may act. Whatever lets people in, by password, session, token or program, asks here at each request: a
     * deleted or disabled account is found no more from the next request on, on every node.
     */
    Optional<Person> find(String id);

    /** Whether there is such an account and an administrator disabled it. Said only to whoever proved to be its holder. */
    boolean isDisabled(String id);

    /** What the account is or, when it was disabled or deleted, was called; its id when nobody knows that. */
    default String nameOf(String id) {
        return find(id).map(Person::name).orElse(id);
    }

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
