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

    /** The deputy who leads projects today in the place of that person; empty for whoever is there or leads none. */
    Optional<Person> deputyOf(String lead) {
        return deputies.amongThoseAway(Set.of(lead)).stream()
                .map(Absence::deputy)
                .flatMap(deputy -> people.find(deputy).stream())
                .filter(deputy -> standsInFor(deputy, lead))
                .findFirst();
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
        List<Person> others = people.in(Role.PROJECT_LEAD.group()).stream()
                .filter(one -> one.organisation().filter(organisation::equals).isPresent())
                .filter(one -> one.holdsInOwnRight(Role.PROJECT_LEAD))
                .filter(one -> !one.id().equals(gone))
                .toList();
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
