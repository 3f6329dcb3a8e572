package gm.sharing.workflow.access;

import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * People as the engine keeps them, with the roles that are lent to them today. This is the one place that says which groups
 * somebody is in: pages, notices, the record and the engine follow from it at the next request. The answers are the same whoever asks: they do
 * not depend on what the signed-in person may read in the engine.
 */
@Component
class EnginePeople implements People {

    /** What the engine takes as an id of somebody; nothing else is asked of the database. */
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9@._-]{1,64}");

    private final Passwords passwords;
    private final Memberships memberships;
    private final LentRoles lentRoles;

    EnginePeople(Passwords passwords, Memberships memberships, LentRoles lentRoles) {
        this.passwords = passwords;
        this.memberships = memberships;
        this.lentRoles = lentRoles;
    }

    @Override
    public Optional<Person> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return memberships
                .account(id)
                .map(account -> new Person(
                        account.id(), account.name(), account.email(), account.groups(), lentRoles.of(account)));
    }

    @Override
    public boolean isDisabled(String id) {
        return ID.matcher(id).matches() && memberships.isDisabled(id);
    }

    @Override
    public String nameOf(String id) {
        return ID.matcher(id).matches() ? memberships.nameOf(id).orElse(id) : id;
    }

    @Override
    public List<Person> in(String group) {
        return idsIn(group).stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public Set<String> idsIn(String group) {
        return lentRoles.holders(group);
    }

    @Override
    public Set<String> held(Collection<String> groups) {
        return groups.isEmpty() ? Set.of() : lentRoles.held(groups);
    }

    @Override
    public boolean passwordMatches(String id, String password) {
        return passwords.match(id, password);
    }
}
