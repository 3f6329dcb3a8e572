package gm.sharing.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Tells which section of an earlier content each of the present ones continues. */
final class Continuation {

    private final List<Section> before;
    private final Map<Section, Section> continued = new HashMap<>();

    private Continuation(List<Section> before) {
        this.before = before;
    }

    static Continuation of(List<Section> before, List<Section> after) {
        Continuation continuation = new Continuation(before);
        continuation.match(after, Section::sameSubject);
        continuation.match(after, Section::mayContinueAs);
        return continuation;
    }

    private void match(List<Section> after, BiPredicate<Section, Section> same) {
        Set<Section> free = new HashSet<>(before);
        free.removeAll(continued.values());
        for (Section section : after) {
            if (!continued.containsKey(section)) {
                before.stream()
                        .filter(candidate -> free.contains(candidate) && same.test(candidate, section))
                        .findFirst()
                        .ifPresent(found -> {
                            free.remove(found);
                            continued.put(section, found);
                        });
            }
        }
    }

    /** What became this section; empty when it is new. */
    Optional<Section> earlier(Section section) {
        return Optional.ofNullable(continued.get(section));
    }

    /** The sections that none continues, in their order. */
    List<Section> gone() {
        List<Section> gone = new ArrayList<>(before);
        gone.removeAll(continued.values());
        return gone;
    }
}
