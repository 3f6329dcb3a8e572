package gm.sharing.workflow.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words in the subject and text of a notice that stand for something of the project. */
enum NoticeWord {
    PROJECT,
    TITLE,
    VERSION,
    PARTNER,
    LEADER,
    DUE;

    /** As it is written in a model. */
    String written() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }

    static String all() {
        return Arrays.stream(values()).map(NoticeWord::written).collect(Collectors.joining(", "));
    }
}
