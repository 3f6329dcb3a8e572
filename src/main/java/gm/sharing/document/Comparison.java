package gm.sharing.document;

import gm.sharing.organisation.OrganisationCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what differs between two contents, section by section. */
public final class Comparison {

    private final List<Section> old;
    private final List<Section> now;

    /** Which old section each of the present ones continues. */
    private final Map<Section, Section> continued = new LinkedHashMap<>();

    private Comparison(List<Section> before, List<Section> after) {
        this.old = before;
        this.now = after;
        match(Section::sameSubject);
        match(Section::mayContinueAs);
    }

    /** The changes in the order of the later content, then what is gone. */
    public static List<Change> between(List<Section> before, List<Section> after) {
        return new Comparison(before, after).changes().toList();
    }

    private void match(BiPredicate<Section, Section> same) {
        Set<Section> free = new HashSet<>(old);
        free.removeAll(continued.values());
        for (Section section : now) {
            if (!continued.containsKey(section)) {
                old.stream()
                        .filter(candidate -> free.contains(candidate) && same.test(candidate, section))
                        .findFirst()
                        .ifPresent(found -> {
                            free.remove(found);
                            continued.put(section, found);
                        });
            }
        }
    }

    private Stream<Change> changes() {
        Stream<Change> present = now.stream().flatMap(section -> change(continued.get(section), section).stream());
        Stream<Change> gone = old.stream()
                .filter(section -> !continued.containsValue(section))
                .map(section -> new Change(section.key(), section.title(), section.text(), "", section.touches()));
        return Stream.concat(present, gone);
    }

    private static Optional<Change> change(@Nullable Section before, Section after) {
        if (before == null) {
            return Optional.of(new Change(after.key(), after.title(), "", after.text(), after.touches()));
        }
        if (before.saysTheSameAs(after)) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                after.key(),
                after.title(),
                difference(before, after),
                difference(after, before),
                union(before.touches(), after.touches())));
    }

    /** What the one says and the other does not; all of it when they differ in order only. */
    private static String difference(Section one, Section other) {
        List<String> own = new ArrayList<>(one.statements());
        own.removeAll(other.statements());
        return own.isEmpty() && one.statements().size() >= other.statements().size()
                ? one.text()
                : String.join("\n", own);
    }

    private static Set<OrganisationCode> union(Set<OrganisationCode> some, Set<OrganisationCode> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return Set.of();
        }
        Set<OrganisationCode> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
