package gm.sharing.organisation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who acts in the request or command at hand, as already read for it: the record keeps name and roles with each event and
 * need not ask for them again.
 */
public final class ActingPerson {

    private static final ThreadLocal<@Nullable Person> ACTING = new ThreadLocal<>();

    private ActingPerson() {}

    /** Says who acts in this thread, until somebody else does or it is forgotten. */
    public static Person is(Person person) {
        ACTING.set(person);
        return person;
    }

    /** The person, if it is the one who acts. */
    public static Optional<Person> known(String id) {
        return Optional.ofNullable(ACTING.get()).filter(person -> person.id().equals(id));
    }

    /** Ends with the request: the thread goes on to serve others. */
    public static void forget() {
        ACTING.remove();
    }
}
