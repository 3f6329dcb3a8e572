package gm.sharing.organisation;

import java.util.List;
import java.util.Optional;

/** Who the people are and which groups they are in; kept by the engine or by single sign-on, not by this module. */
public interface People {

    Optional<Person> find(String id);

    /** Everybody in the group, in no particular order. */
    List<Person> in(String group);

    /** Whether the two belong together; repeated failures may delay the account. */
    boolean passwordMatches(String id, String password);
}
