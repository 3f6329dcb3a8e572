package gm.sharing.organisation;

import gm.sharing.Refused;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may not act in an office, so that nobody decides on what they proposed or advised on, and nobody advises on what they
 * proposed or decided: a data protection officer advises without a conflict of interests (UK GDPR, Articles 38(6) and 39).
 * Nobody may do for somebody who is away what that person may not do.
 */
public final class Separation {

    /** What somebody did already. */
    public enum Part {
        LEADS("lead this project", "leads this project"),
        ADVISED("advised on this DPIA as data protection officer"),
        DECIDED("decided on this DPIA");

        private final String yours;
        private final String theirs;

        Part(String did) {
            this(did, did);
        }

        Part(String yours, String theirs) {
            this.yours = yours;
            this.theirs = theirs;
        }
    }

    /** Pairs of roles of which one person takes only one: whoever advises neither leads nor decides. */
    private static final Set<Set<Role>> APART =
            Set.of(Set.of(Role.DPO, Role.SIGNATORY), Set.of(Role.DPO, Role.PROJECT_LEAD));

    /**
     * Somebody on the Information Board decides about a project.
     *
     * @throws Refused when they lead it
     */
    public static void mustNotLead(boolean leads) {
        if (leads) {
            throw new Refused("You lead this project, so somebody else on the Information Board has to decide.");
        }
    }

    private final Map<String, Part> parts = new HashMap<>();

    /** The same, in which these people, by id, had this part as well; what was said first of somebody counts. */
    public Separation with(Part part, Set<String> people) {
        people.forEach(person -> parts.putIfAbsent(person, part));
        return this;
    }

    /** Whether the person may not act at all. */
    public boolean bars(String person) {
        return parts.containsKey(person);
    }

    /**
     * The capacity in which the person acts: the first that is not barred.
     *
     * @param what they would do, as in "decide"
     * @throws Refused when the person does not hold the role there, or when this is barred for them or for the person
     *     whose deputy they are
     */
    public Capacity capacity(Person by, Role role, OrganisationCode organisation, String what) {
        Part own = parts.get(by.id());
        if (own != null) {
            throw new Refused("You %s, so somebody else in your organisation has to %s.".formatted(own.yours, what));
        }
        List<Capacity> capacities = by.capacities(role, organisation);
        if (capacities.isEmpty()) {
            throw new Refused("This is for your organisation’s %s to %s.".formatted(role.words(), what));
        }
        return allowed(capacities).findFirst().orElseThrow(() -> {
            Capacity first = capacities.get(0);
            return new Refused("You would %s as the deputy of %s, who %s, so somebody else has to %s."
                    .formatted(
                            what,
                            first.deputyForName(),
                            first.onBehalfOf()
                                    .map(parts::get)
                                    .map(part -> part.theirs)
                                    .orElse(""),
                            what));
        });
    }

    /** Whether the person may act in the role there. */
    public boolean lets(Person person, Role role, OrganisationCode organisation) {
        return !bars(person.id())
                && allowed(person.capacities(role, organisation)).findAny().isPresent();
    }

    private Stream<Capacity> allowed(List<Capacity> capacities) {
        return capacities.stream()
                .filter(capacity -> capacity.onBehalfOf().filter(this::bars).isEmpty());
    }

    /**
     * Whether one person may stand in for the other: not where the two together would advise and lead, or advise and
     * decide, in one organisation.
     */
    public static boolean mayStandIn(Person deputy, Person away) {
        return APART.stream().noneMatch(pair -> pair.stream()
                .anyMatch(one -> holds(deputy, one)
                        && pair.stream().anyMatch(other -> other != one && holds(away, other) && !holds(away, one))));
    }

    private static boolean holds(Person person, Role role) {
        Set<String> own = new HashSet<>(person.groups());
        own.removeAll(person.lent().keySet());
        return own.stream()
                .anyMatch(group -> Role.ofGroup(group).filter(role::equals).isPresent());
    }
}
