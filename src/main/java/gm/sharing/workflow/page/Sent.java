package gm.sharing.workflow.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came with a page.
 *
 * @param answers to all questions, also to those that are hidden now
 * @param revision of the draft that the page was made from; 0 when there was none
 * @param steps of the form that stood on the page; none for the whole form
 * @param checking whether the person came from the page with all answers
 * @param writer the page, when it is open and goes on
 */
record Sent(
        ObjectNode answers,
        String button,
        String about,
        int revision,
        List<Integer> steps,
        boolean checking,
        @Nullable Writer writer) {

    /** The person went on to the whole form. */
    static final String WHOLE = "whole";

    /** The answers are handed in from the page that has no fields. */
    static final String CHECKED = "send-checked";

    private static final String SEND = "send";

    Sent(ObjectNode answers, String button) {
        this(answers, button, "", -1, List.of(), false, null);
    }

    boolean is(String pressed) {
        return button.equals(pressed);
    }

    /** Whether the answers are handed in. */
    boolean isSent() {
        return is(SEND) || is(CHECKED);
    }

    /** Whether it is about what the page shows alone. */
    boolean isLook() {
        return is(WHOLE);
    }
}
