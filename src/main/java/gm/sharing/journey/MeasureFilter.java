package gm.sharing.journey;

import gm.sharing.SoughtWords;
import gm.sharing.measure.MeasureOrder;
import gm.sharing.measure.MeasureQuery;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which measures somebody wants to see. Whatever the form does not offer counts as nothing chosen.
 *
 * @param show one of {@link #SHOWN}; anything else counts as {@code open}
 * @param owner an owner, or {@link #MINE}, or empty for all
 * @param organisation words of the name of that of the owner, or empty for any
 * @param project a reference, or empty for all
 * @param words of the measure or of its project's title or reference
 * @param sort the name of an order, or empty for the usual one
 */
record MeasureFilter(String show, String owner, String organisation, String project, String words, String sort) {

    /** What waits for the person who asks. */
    static final String MINE = "mine";

    private static final String OPEN = "open";
    private static final String OVERDUE = "overdue";
    private static final String ALL = "all";
    private static final Set<String> SHOWN = Set.of(OPEN, OVERDUE, ALL);

    MeasureFilter(
            @Nullable String show,
            @Nullable String owner,
            @Nullable String organisation,
            @Nullable String project,
            @Nullable String words,
            @Nullable String sort) {
        this.show = show != null && SHOWN.contains(show) ? show : OPEN;
        this.owner = Objects.requireNonNullElse(owner, "");
        this.organisation = new SoughtWords(Objects.requireNonNullElse(organisation, "")).typed();
        this.project = Objects.requireNonNullElse(project, "");
        this.words = new SoughtWords(Objects.requireNonNullElse(words, "")).typed();
        this.sort = Arrays.stream(MeasureOrder.values())
                .map(MeasureFilter::inAddress)
                .filter(order -> order.equals(sort))
                .findFirst()
                .orElse("");
    }

    private static String inAddress(MeasureOrder order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    /** Whether anything but the state is asked for. */
    public boolean narrows() {
        return !owner.isEmpty() || !organisation.isEmpty() || !project.isEmpty() || !words.isEmpty();
    }

    /** @param called the organisations that the owner's may be, when one is asked for */
    MeasureQuery query(MeasureQuery.Among among, MeasureQuery.Mine mine, Collection<OrganisationCode> called) {
        boolean asksForOwn = owner.equals(MINE);
        return new MeasureQuery(
                among,
                state(),
                asksForOwn ? Optional.empty() : given(owner).map(Set::of),
                given(organisation).map(asked -> ownersOf(called)),
                asksForOwn ? Optional.of(mine) : Optional.empty(),
                given(project),
                new SoughtWords(words),
                order());
    }

    /** How those are known who hold a role there. */
    private static Set<String> ownersOf(Collection<OrganisationCode> organisations) {
        return organisations.stream()
                .flatMap(organisation ->
                        Stream.of(Role.values()).filter(Role::perOrganisation).map(role -> role.groupOf(organisation)))
                .collect(Collectors.toSet());
    }

    private MeasureOrder order() {
        return Arrays.stream(MeasureOrder.values())
                .filter(order -> inAddress(order).equals(sort))
                .findFirst()
                .orElse(MeasureOrder.DUE);
    }

    private MeasureQuery.State state() {
        return switch (show) {
            case OVERDUE -> MeasureQuery.State.OVERDUE;
            case ALL -> MeasureQuery.State.ANY;
            default -> MeasureQuery.State.OPEN;
        };
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(Predicate.not(String::isEmpty));
    }
}
