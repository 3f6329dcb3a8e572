package gm.sharing.workflow.page;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A page that is open and saves what is typed while it is. What it sends may overtake what it sent before, and it may be left
 * before it hears that something was saved.
 *
 * @param page its own name for itself
 * @param turn how often something was changed on it
 */
record Writer(String page, int turn) {

    private static final Pattern PAGE = Pattern.compile("[0-9a-z-]{8,60}");
    private static final Pattern TURN = Pattern.compile("[0-9]{1,9}");

    /** The one that sent this; null for a button. */
    static @Nullable Writer of(MultiValueMap<String, String> typed) {
        String page = typed.getFirst("_page");
        String turn = typed.getFirst("_turn");
        return page != null
                        && turn != null
                        && PAGE.matcher(page).matches()
                        && TURN.matcher(turn).matches()
                ? new Writer(page, Integer.parseInt(turn))
                : null;
    }

    boolean isSamePageAs(@Nullable Writer other) {
        return other != null && page.equals(other.page);
    }

    /** Whether the other is what the same page sent after this. */
    boolean wasOvertakenBy(@Nullable Writer other) {
        return isSamePageAs(other) && other != null && other.turn > turn;
    }

    /** As it tells it to the page that is opened next. */
    @Override
    public String toString() {
        return page + " " + turn;
    }
}
