package gm.sharing.document;

import gm.sharing.organisation.OrganisationCode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what differs between two contents, section by section. */
public final class Comparison {

    private Comparison() {}

    /** The changes in the order of the later content, then what is gone. */
    public static List<Change> between(List<Section> before, List<Section> after) {
        Continuation continuation = Continuation.of(before, after);
        Stream<Change> present = after.stream()
                .flatMap(section -> change(continuation.earlier(section).orElse(null), section).stream());
        Stream<Change> gone = continuation.gone().stream()
                .map(section -> new Change(
                        section.key(), section.item(), section.title(), section.text(), "", section.touches()));
        return Stream.concat(present, gone).toList();
    }

    private static Optional<Change> change(@Nullable Section before, Section after) {
        if (before == null) {
            return Optional.of(new Change(after.key(), after.item(), after.title(), "", after.text(), after.touches()));
        }
        if (before.saysTheSameAs(after)) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                after.key(),
                after.item(),
                after.title(),
                difference(before, after),
                difference(after, before),
                union(before.touches(), after.touches())));
    }

    /** What the one says and the other does not; all of it when they differ in order only. */
    private static String difference(Section one, Section other) {
        List<Statement> others = other.statements();
        List<String> own = one.statements().stream()
                .filter(statement -> others.stream().noneMatch(statement::saysTheSameAs))
                .map(Statement::text)
                .toList();
        return own.isEmpty() && one.statements().size() >= others.size() ? one.text() : String.join("\n", own);
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
