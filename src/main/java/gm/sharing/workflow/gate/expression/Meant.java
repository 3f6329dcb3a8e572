package gm.sharing.workflow.gate.expression;

import gm.sharing.organisation.Role;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a value names, as far as that is known before there is one.
 *
 * @param whom what the program says that it names; nothing where there is nothing, or where only a caller knows
 * @param written what is written in a model or table
 */
record Meant(Set<Whom> whom, Set<String> written) {

    static final Meant NOBODY_YET = new Meant(Set.of(), Set.of());
    static final Meant ANYTHING = of(Whom.ANYTHING);

    static Meant of(Whom whom) {
        return new Meant(Set.of(whom), Set.of());
    }

    static Meant written(Collection<String> texts) {
        return new Meant(Set.of(), Set.copyOf(texts));
    }

    Meant or(Meant other) {
        return new Meant(both(whom, other.whom), both(written, other.written));
    }

    private static <T> Set<T> both(Set<T> one, Set<T> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** The same behind a beginning: a role of an organisation is a group. */
    Meant after(String beginning) {
        Set<String> all = written.stream().map(word -> beginning + word).collect(Collectors.toUnmodifiableSet());
        if (whom.isEmpty() && !written.isEmpty()) {
            return new Meant(whom, all);
        }
        boolean role = beginning.endsWith("-")
                && Optional.of(beginning.substring(0, beginning.length() - 1))
                        .flatMap(Role::named)
                        .filter(Role::perOrganisation)
                        .isPresent();
        return role && isNobodyBut(Whom.ORGANISATION) ? new Meant(Set.of(Whom.GROUP), all) : ANYTHING;
    }

    /** The same, but for one text that means something else. */
    Meant without(String word) {
        return new Meant(
                whom, written.stream().filter(text -> !text.equals(word)).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether it names nobody but these. */
    boolean isNobodyBut(Whom wanted) {
        return Set.of(wanted).containsAll(whom);
    }
}
