package gm.sharing.notification;

import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Officers of Manchester, one of whom has no address and others odd ones, and a project lead. */
class KnownPeople implements People {

    static final String OFFICERS = "ig-manchester";

    static final Person LEAD = new Person("lead", "Lee Ward", "lead@manchester.example", Set.of("project-leads"));
    static final Person ANA = new Person("ana", "Ana Reid", "ana@manchester.example", Set.of(OFFICERS));
    static final Person BEN = new Person("ben", "Ben Iqbal", "ben@manchester.example", Set.of(OFFICERS));
    static final Person CAZ = new Person("caz", "Caz Hall", "", Set.of("caldicott-manchester"));

    static final Person GONE = new Person("gone", "Gus One", "gone@manchester.example", Set.of());
    static final Person FULL = new Person("full", "Flo Ull", "full@manchester.example", Set.of());
    static final Person BUSY = new Person("busy", "Bo Usy", "busy@manchester.example", Set.of());
    static final Person TWO = new Person("two", "Ty Wo", "one@manchester.example, two@manchester.example", Set.of());
    static final Person NONE = new Person("none", "Nia One", "ask at the desk", Set.of());
    static final Person NAMED = new Person("named", "Nat Amed", "Nat Amed <nat+ig@manchester.example> ", Set.of());

    private final Map<String, Person> people =
            new ConcurrentHashMap<>(Stream.of(LEAD, ANA, BEN, CAZ, GONE, FULL, BUSY, TWO, NONE, NAMED)
                    .collect(Collectors.toMap(Person::id, Function.identity())));

    /** Gives somebody another address. */
    void move(Person person, String email) {
        people.put(person.id(), new Person(person.id(), person.name(), email, person.groups()));
    }

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
    public boolean isDisabled(String id) {
        return false;
    }

    @Override
    public boolean passwordMatches(String id, String password) {
        return false;
    }
}
