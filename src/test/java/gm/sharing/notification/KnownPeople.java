package gm.sharing.notification;

import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three officers of Manchester, one of whom has no address, and a project lead. */
class KnownPeople implements People {

    static final String OFFICERS = "ig-manchester";

    static final Person LEAD = new Person("lead", "Lee Ward", "lead@manchester.example", Set.of("project-leads"));
    static final Person ANA = new Person("ana", "Ana Reid", "ana@manchester.example", Set.of(OFFICERS));
    static final Person BEN = new Person("ben", "Ben Iqbal", "ben@manchester.example", Set.of(OFFICERS));
    static final Person CAZ = new Person("caz", "Caz Hall", "", Set.of("caldicott-manchester"));

    private final Map<String, Person> people =
            Stream.of(LEAD, ANA, BEN, CAZ).collect(Collectors.toMap(Person::id, Function.identity()));

    @Override
    public Optional<Person> find(String id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public List<Person> in(String group) {
        return people.values().stream()
                .filter(person -> person.groups().contains(group))
                .toList();
    }

    @Override
    public boolean passwordMatches(String id, String password) {
        return false;
    }
}
