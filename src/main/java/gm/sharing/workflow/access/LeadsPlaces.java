package gm.sharing.workflow.access;

import gm.sharing.absence.Absence;
import gm.sharing.absence.Deputies;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import gm.sharing.organisation.Role;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who takes the place of a project lead who is away or gone. */
@Component
class LeadsPlaces {

    private final People people;
    private final Deputies deputies;

    LeadsPlaces(People people, Deputies deputies) {
        this.people = people;
        this.deputies = deputies;
    }

    /**
     * Who leads projects today in the place of that person: the deputy, or the deputy of a deputy who is away as well. Empty for
     * whoever is there, leads none, or has nobody there at the end of the row, as where two stand in for each other.
     */
    Optional<Person> deputyOf(String lead) {
        Set<String> seen = new HashSet<>(Set.of(lead));
        Optional<String> deputy = named(lead);
        while (deputy.filter(seen::add).isPresent()) {
            Optional<String> next = named(deputy.get());
            if (next.isEmpty()) {
                return deputy.flatMap(people::find).filter(there -> standsInFor(there, lead));
            }
            deputy = next;
        }
        return Optional.empty();
    }

    boolean isAway(String lead) {
        return named(lead).isPresent();
    }

    private Optional<String> named(String away) {
        return deputies.amongThoseAway(Set.of(away)).stream()
                .map(Absence::deputy)
                .findFirst();
    }

    /** The other project leads of the person's organisation who are there today. */
    List<Person> fellowsOf(String lead) {
        return people.find(lead).flatMap(Person::organisation).stream()
                .flatMap(organisation -> others(lead, organisation))
                .filter(one -> !isAway(one.id()))
                .toList();
    }

    private Stream<Person> others(String lead, OrganisationCode organisation) {
        return people.in(Role.PROJECT_LEAD.group()).stream()
                .filter(one -> one.organisation().filter(organisation::equals).isPresent())
                .filter(one -> one.holdsInOwnRight(Role.PROJECT_LEAD))
                .filter(one -> !one.id().equals(lead));
    }

    /** A deputy who leads projects in their own right takes the place of any colleague who does. */
    private boolean standsInFor(Person deputy, String lead) {
        return deputy.holds(Role.PROJECT_LEAD)
                && people.find(lead)
                        .filter(away -> away.holdsInOwnRight(Role.PROJECT_LEAD))
                        .filter(away -> away.organisation().equals(deputy.organisation()))
                        .isPresent();
    }

    /**
     * The project lead of an organisation who takes over from somebody who is gone: of those who are there today the first by
     * name, or else the first; empty when it has no other.
     */
    Optional<Person> successorOf(String gone, OrganisationCode organisation) {
        List<Person> others = others(gone, organisation).toList();
        Set<String> away = deputies
                .amongThoseAway(new HashSet<>(others.stream().map(Person::id).toList()))
                .stream()
                .map(Absence::person)
                .collect(Collectors.toSet());
        return others.stream()
                .min(Comparator.<Person, Boolean>comparing(one -> away.contains(one.id()))
                        .thenComparing(Person::name)
                        .thenComparing(Person::id));
    }
}
