package gm.sharing.workflow.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Those who get a notice, where a model says who they are to the project rather than a person or a group. */
enum NamedRecipients {
    /** Whoever sees to the measure. */
    OWNER,
    /** The IG officers of every partner and of those who were left out in the round at hand. */
    PARTNERS,
    /** The same once the agreement was sent to them. */
    ASKED,
    /** The people who decided something for a partner. */
    DECIDED,
    /** Those whose open tasks ended. */
    WAITING;

    /** How a model names a person, before the id. */
    static final String PERSON = "person:";

    /** How a model names a group, before the id. */
    static final String GROUP = "group:";

    static Optional<NamedRecipients> of(String written) {
        return Arrays.stream(values())
                .filter(recipients -> recipients.written().equals(written))
                .findFirst();
    }

    private String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String all() {
        return PERSON + "…, " + GROUP + "…, "
                + Arrays.stream(values()).map(NamedRecipients::written).collect(Collectors.joining(", "));
    }
}
