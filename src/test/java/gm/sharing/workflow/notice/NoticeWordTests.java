package gm.sharing.workflow.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the words in braces stand for in a notice. */
class NoticeWordTests {

    /** A lead may call a project so; it must neither be filled in nor keep the notice from being made. */
    @Test
    void takesATitleThatHoldsSuchAWordAsItIs() {
        var notice = NoticeWord.replaced("Sign {title} ({project}) by {due}", word -> switch (word) {
            case TITLE -> "Plans {due} of {version} at $1";
            case PROJECT -> "SJ-2026-0001";
            case DUE -> "Friday";
            default -> throw new AssertionError(word);
        });

        assertThat(notice).isEqualTo("Sign Plans {due} of {version} at $1 (SJ-2026-0001) by Friday");
    }

    @Test
    void leavesWhatStandsForNothing() {
        assertThat(NoticeWord.replaced("{partner} and {nobody}", word -> null)).isEqualTo("{partner} and {nobody}");
    }
}
