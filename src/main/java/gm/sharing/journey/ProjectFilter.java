package gm.sharing.journey;

import gm.sharing.SoughtWords;
import gm.sharing.project.ProjectOrder;
import gm.sharing.project.ProjectStatus;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the form above the lists of projects says. Whatever it does not offer counts as nothing chosen.
 *
 * @param list the only one that is shown, or empty for all
 * @param state the name of a status, or {@link #OVERDUE}, or empty for any
 * @param leader words of the name of the organisation that leads it
 * @param partner words of the name of an organisation that takes part
 * @param sort the name of an order, or empty for the usual one
 */
record ProjectFilter(String list, String words, String state, String leader, String partner, String sort) {

    /** Something in it should have been done. */
    static final String OVERDUE = "overdue";

    ProjectFilter(
            @Nullable String list,
            @Nullable String words,
            @Nullable String state,
            @Nullable String leader,
            @Nullable String partner,
            @Nullable String sort) {
        this.list = oneOf(Arrays.stream(ProjectList.values()).map(ProjectList::inAddress), list);
        this.words = typed(words);
        this.state = oneOf(
                Stream.concat(
                        Stream.of(OVERDUE),
                        Arrays.stream(ProjectStatus.values()).map(ProjectFilter::inAddress)),
                state);
        this.leader = typed(leader);
        this.partner = typed(partner);
        this.sort = oneOf(Arrays.stream(ProjectOrder.values()).map(ProjectFilter::inAddress), sort);
    }

    private static String typed(@Nullable String words) {
        return new SoughtWords(Objects.requireNonNullElse(words, "")).typed();
    }

    private static String oneOf(Stream<String> known, @Nullable String value) {
        return known.filter(one -> one.equals(value)).findFirst().orElse("");
    }

    private static String inAddress(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words of each status by how it is known in an address. */
    static Map<String, String> statuses() {
        Map<String, String> statuses = new LinkedHashMap<>();
        for (ProjectStatus status : ProjectStatus.values()) {
            statuses.put(inAddress(status), status.label());
        }
        return statuses;
    }

    /** Whether less is shown than there is. */
    public boolean narrows() {
        return active() > 0;
    }

    /** By how many things less is shown than there is. */
    public long active() {
        return Stream.of(words, state, leader, partner)
                .filter(one -> !one.isEmpty())
                .count();
    }

    /** The state, when less is shown for no other reason; otherwise empty. */
    public String onlyState() {
        return active() == 1 ? state : "";
    }

    /** Whether it takes more than title and leader to tell. */
    boolean asksHowItStands() {
        return !state.isEmpty() || !partner.isEmpty();
    }

    Optional<ProjectList> whole() {
        return ProjectList.of(list);
    }

    boolean overdue() {
        return state.equals(OVERDUE);
    }

    @Nullable ProjectStatus status() {
        return Arrays.stream(ProjectStatus.values())
                .filter(status -> inAddress(status).equals(state))
                .findFirst()
                .orElse(null);
    }

    ProjectOrder order() {
        return Arrays.stream(ProjectOrder.values())
                .filter(order -> inAddress(order).equals(sort))
                .findFirst()
                .orElse(ProjectOrder.NEWEST);
    }
}
