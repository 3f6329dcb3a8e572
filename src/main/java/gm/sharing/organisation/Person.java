package gm.sharing.organisation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who can sign in.
 *
 * @param id the name they sign in with
 * @param name as shown to others
 * @param email empty when none is known: then nothing can be sent to them
 * @param groups the groups from which roles and the organisation are read today: the own ones and the lent ones
 * @param lent of these groups those that are not the person's own, with the capacities in which they are held today
 */
public record Person(String id, String name, String email, Set<String> groups, Map<String, List<Capacity>> lent) {

    public Person {
        groups = Stream.concat(groups.stream(), lent.keySet().stream()).collect(Collectors.toUnmodifiableSet());
        lent = Map.copyOf(lent);
    }

    /** Somebody who holds all roles in their own right. */
    public Person(String id, String name, String email, Set<String> groups) {
        this(id, name, email, groups, Map.of());
    }

    /** The one organisation that the person belongs to; empty for the Information Board and for administrators. */
    public Optional<OrganisationCode> organisation() {
        return Role.membership(groups);
    }

    /** The organisation that the person belongs to and those for which the person holds an office today. */
    public Set<OrganisationCode> organisations() {
        Set<OrganisationCode> organisations = new LinkedHashSet<>();
        organisation().ifPresent(organisations::add);
        groups.stream().flatMap(group -> Role.organisationOf(group).stream()).forEach(organisations::add);
        return organisations;
    }

    /** Whether the person keeps what the directory says of this organisation: its administrators and those of the service. */
    public boolean administers(OrganisationCode organisation) {
        return holds(Role.ADMINISTRATOR) || holds(Role.ORGANISATION_ADMINISTRATOR, organisation);
    }

    /** The organisations of which the person is an administrator by name; those of the service need none. */
    public Set<OrganisationCode> administered() {
        return groups.stream()
                .filter(group -> Role.ofGroup(group)
                        .filter(Role.ORGANISATION_ADMINISTRATOR::equals)
                        .isPresent())
                .map(Role.ORGANISATION_ADMINISTRATOR::organisationIn)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether there is anything in the directory that the person keeps. */
    public boolean administersAny() {
        return holds(Role.ADMINISTRATOR) || !administered().isEmpty();
    }

    /** Whether no project is closed to the person: the Board and administrators of the service. */
    public boolean seesEveryProject() {
        return holds(Role.INFORMATION_BOARD) || holds(Role.ADMINISTRATOR);
    }

    public boolean holds(Role role) {
        return groups.contains(role.group());
    }

    /** Whether the role is the person's own and not that of somebody whose deputy they are. */
    public boolean holdsInOwnRight(Role role) {
        return holds(role) && !lent.containsKey(role.group());
    }

    public boolean holds(Role role, OrganisationCode organisation) {
        return groups.contains(role.groupOf(organisation));
    }

    /** Whether the role there is the person's own: neither that of somebody who is away, nor lent to whoever acts for it. */
    public boolean holdsInOwnRight(Role role, OrganisationCode organisation) {
        return holds(role, organisation) && !lent.containsKey(role.groupOf(organisation));
    }

    /** Whether the person holds the role there as one of its own people, be it as somebody's deputy. */
    public boolean holdsItself(Role role, OrganisationCode organisation) {
        return capacities(role, organisation).stream().anyMatch(capacity -> capacity.through() == null);
    }

    /** Whether the person reviews or signs agreements for the organisation that they belong to. */
    public boolean reviewsOrSigns() {
        return organisation()
                .filter(own -> holdsItself(Role.IG_OFFICER, own) || holdsItself(Role.SIGNATORY, own))
                .isPresent();
    }

    /** In which capacities the person holds the role today; empty when the person does not hold it. */
    public List<Capacity> capacities(Role role, OrganisationCode organisation) {
        return holds(role, organisation)
                ? lent.getOrDefault(role.groupOf(organisation), List.of(Capacity.OWN))
                : List.of();
    }
}
