package gm.sharing.steps.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.document.FieldChange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changed between two versions, as forms show it. */
class ChangesTextTests {

    @Test
    void marksTheWordsThatDifferFieldByFieldUnderTheirChapters() {
        var changes = List.of(
                new FieldChange(
                        "looking-after-the-information",
                        "Looking after the information",
                        "Retention",
                        "Kept five years.",
                        "Kept two years."),
                new FieldChange(
                        "looking-after-the-information",
                        "Looking after the information",
                        "Deletion",
                        "",
                        "By *each* party."),
                new FieldChange("flows-of-information", "Flows of information", "Flow from Bury", "All of it.", ""));

        assertThat(ChangesText.of(changes))
                .isEqualTo(
                        """
                        ### Looking after the information

                        **Retention**

                        > Kept \\[taken out: **five**\\] \\[added: **two**\\] years.

                        **Deletion**

                        Added:

                        > By \\*each\\* party.

                        ### Flows of information

                        **Flow from Bury**

                        Taken out:

                        > All of it.""");
    }

    @Test
    void leavesOutTheMiddleOfLongTextsThatStayTheSame() {
        var same = "The letters are kept in the case file of the council that wrote them. ".repeat(40);

        var text = ChangesText.of(List.of(new FieldChange(
                "care", "Care", "Access", "One officer. " + same + "Nobody.", "Two officers. " + same + "A clerk.")));

        assertThat(text)
                .contains("…")
                .contains("officers.")
                .contains("A clerk.")
                .hasSizeLessThan(700);
    }

    @Test
    void keepsTheLinesOfWhatWasAdded() {
        var text = ChangesText.of(List.of(
                new FieldChange("care", "Care", "Access", "One officer.", "One officer.\nOne *deputy*.\nOne clerk.")));

        assertThat(text).contains("> \\[added: **One \\*deputy\\*.**\\]").contains("> \\[added: **One clerk.**\\]");
    }

    @Test
    void saysNothingWhenNothingChanged() {
        assertThat(ChangesText.of(List.of())).isEmpty();
    }
}
