package gm.sharing.directory;

import gm.sharing.organisation.Person;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file holds. */
enum ImportKind {
    ORGANISATIONS("organisations"),
    PEOPLE("people");

    private final String key;

    ImportKind(String key) {
        this.key = key;
    }

    static Optional<ImportKind> of(String key) {
        return Stream.of(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    String key() {
        return key;
    }

    /** Organisations are imported by the service's administrators, people by those of their organisation as well. */
    boolean isFor(Person person) {
        return this == ORGANISATIONS ? OrganisationImport.mayImport(person) : person.administersAny();
    }
}
