package gm.sharing.work;

import gm.sharing.SoughtWords;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import gm.sharing.wording.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the form above a list of work says. Whatever it does not offer counts as nothing chosen.
 *
 * @param organisation a code, or empty for any
 * @param role the word of one, or empty for any
 * @param stage its number, or empty for any
 * @param state one of {@link #STATES}, or empty for any
 * @param sort the name of an order, or empty for that of the list
 */
record WorkFilter(String words, String organisation, String role, String stage, String state, String sort) {

    static final String OVERDUE = "overdue";
    static final String SOON = "soon";
    static final String TAKEN = "taken";
    static final String FREE = "free";
    static final List<String> STATES = List.of(OVERDUE, SOON, TAKEN, FREE);

    /** Who does tasks of a model; what else is held gives none. */
    static final List<Role> ROLES =
            Stream.of(Role.values()).filter(role -> role != Role.MEMBER).toList();

    private static final Words STAGES = Words.in("journey/stages");

    /** By their numbers in models, from 1. */
    private static final List<String> STAGE_NAMES =
            List.of("purpose", "needs", "who", "practical-steps", "how", "review", "exit-planning");

    /** Nothing chosen; it needs what stands above. */
    static final WorkFilter NONE = new WorkFilter(null, null, null, null, null, null);

    WorkFilter(
            @Nullable String words,
            @Nullable String organisation,
            @Nullable String role,
            @Nullable String stage,
            @Nullable String state,
            @Nullable String sort) {
        this.words = new SoughtWords(Objects.requireNonNullElse(words, "")).typed();
        this.organisation = Optional.ofNullable(organisation)
                .filter(OrganisationCode::isOne)
                .orElse("");
        this.role = oneOf(ROLES.stream().map(Role::word), role);
        this.stage = oneOf(stages().keySet().stream(), stage);
        this.state = oneOf(STATES.stream(), state);
        this.sort = oneOf(Arrays.stream(WorkOrder.values()).map(WorkFilter::inAddress), sort);
    }

    /** The names of the framework's stages by their numbers. */
    static Map<String, String> stages() {
        Map<String, String> stages = new LinkedHashMap<>();
        STAGE_NAMES.forEach(name -> stages.put(Integer.toString(stages.size() + 1), STAGES.text(name)));
        return stages;
    }

    private static String oneOf(Stream<String> known, @Nullable String value) {
        return known.filter(one -> one.equals(value)).findFirst().orElse("");
    }

    private static String inAddress(WorkOrder order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    /** Whether less is shown than there is. */
    public boolean narrows() {
        return !words.isEmpty() || narrowsFurther();
    }

    /** Whether anything but words is chosen. */
    public boolean narrowsFurther() {
        return !organisation.isEmpty() || !role.isEmpty() || !stage.isEmpty() || !state.isEmpty();
    }

    /** The state, when less is shown for no other reason; otherwise empty. */
    public String onlyState() {
        return words.isEmpty() && organisation.isEmpty() && role.isEmpty() && stage.isEmpty() ? state : "";
    }

    WorkOrder order(WorkOrder usual) {
        return Arrays.stream(WorkOrder.values())
                .filter(order -> inAddress(order).equals(sort))
                .findFirst()
                .orElse(usual);
    }

    /** @param soon until when what is due is due soon */
    WorkQuery query(WorkOrder usual, Instant now, Instant soon) {
        return new WorkQuery(
                new SoughtWords(words),
                organisation.isEmpty() ? null : new OrganisationCode(organisation),
                Role.named(role).orElse(null),
                stage.isEmpty() ? null : Integer.valueOf(stage),
                state.equals(SOON) ? now : null,
                before(now, soon),
                taken(),
                order(usual));
    }

    private @Nullable Instant before(Instant now, Instant soon) {
        return switch (state) {
            case OVERDUE -> now;
            case SOON -> soon.plusMillis(1);
            default -> null;
        };
    }

    private @Nullable Boolean taken() {
        return switch (state) {
            case TAKEN -> true;
            case FREE -> false;
            default -> null;
        };
    }
}
