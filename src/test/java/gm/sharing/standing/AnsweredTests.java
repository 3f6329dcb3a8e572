package gm.sharing.standing;

import static gm.sharing.standing.StandingAnswer.LOOK;
import static gm.sharing.standing.StandingAnswer.MET;
import static gm.sharing.standing.StandingAnswer.NOT_MET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rows of a table say together, of several recipients in several flows. */
class AnsweredTests {

    private static final String UK = "Nothing leaves the UK";
    private static final String TOOLKIT = "Every recipient has met the toolkit";

    private final Answered answered = new Answered(List.of(TOOLKIT, UK));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MET applies                            | MET
                    NOT_MET applies                        | NOT_MET
                    LOOK applies                           | LOOK
                    MET applies, NOT_MET applies           | NOT_MET
                    MET applies, LOOK applies              | LOOK
                    LOOK applies, NOT_MET applies          | NOT_MET
                    MET open                               | LOOK
                    NOT_MET open                           | LOOK
                    MET applies, NOT_MET open              | LOOK
                    MET applies, LOOK open                 | LOOK
                    MET applies, MET open                  | MET
                    NOT_MET applies, MET open              | NOT_MET
                    NOT_MET applies, NOT_MET open          | NOT_MET
                    MET open, NOT_MET open                 | LOOK""")
    void countsTheGravestAndNeverTakesWhatIsNotKnownForMet(String rows, StandingAnswer answer) {
        answered.add(
                new About(1, "Bury Council"),
                List.of(rows.split(", ")).stream()
                        .map(row -> row.split(" "))
                        .map(row -> new RowSays(
                                TOOLKIT, StandingAnswer.valueOf(row[0]), "Because.", row[1].equals("applies")))
                        .toList());

        assertThat(answered.told()).first().isEqualTo(new ToldCondition(TOOLKIT, answer, null, "Because."));
    }

    @Test
    void leavesToAPersonWhatNoRowIsAbout() {
        answered.add(new About(1, "Bury Council"), List.of(says(TOOLKIT, MET, "Met.")));

        assertThat(answered.told())
                .containsExactly(
                        new ToldCondition(TOOLKIT, MET, null, "Met."),
                        new ToldCondition(UK, LOOK, null, "The conditions do not cover this."));
    }

    @Test
    void saysOnceWhatIsTheSameForAll() {
        for (String recipient : List.of("Bury Council", "Wigan Council")) {
            answered.add(new About(1, recipient), List.of(says(TOOLKIT, MET, "Met."), says(UK, LOOK, "Read it.")));
        }

        assertThat(answered.told())
                .containsExactly(
                        new ToldCondition(TOOLKIT, MET, null, "Met."), new ToldCondition(UK, LOOK, null, "Read it."));
    }

    @Test
    void saysOfWhichRecipientsTheGravestFirst() {
        answered.add(new About(1, "Bury Council"), List.of(says(TOOLKIT, MET, "Met."), says(UK, MET, "Here.")));
        answered.add(
                new About(1, "Wigan Council"), List.of(says(TOOLKIT, NOT_MET, "Expired."), says(UK, MET, "Here.")));
        answered.add(
                new About(2, "Wigan Council"), List.of(says(TOOLKIT, NOT_MET, "Expired."), says(UK, MET, "Here.")));

        assertThat(answered.told())
                .containsExactly(
                        new ToldCondition(TOOLKIT, NOT_MET, "Wigan Council", "Expired."),
                        new ToldCondition(TOOLKIT, MET, "Bury Council", "Met."),
                        new ToldCondition(UK, MET, null, "Here."));
    }

    @Test
    void saysOfWhichFlowsOrOfWhatInThem() {
        answered.add(new About(1, "Bury Council"), List.of(says(UK, MET, "Here."), says(TOOLKIT, MET, "Met.")));
        answered.add(new About(1, "Wigan Council"), List.of(says(UK, MET, "Here."), says(TOOLKIT, LOOK, "Ask.")));
        answered.add(new About(2, "Bury Council"), List.of(says(UK, LOOK, "Read it."), says(TOOLKIT, LOOK, "Ask.")));
        answered.add(new About(2, "Wigan Council"), List.of(says(UK, LOOK, "Read it."), says(TOOLKIT, MET, "Met.")));

        assertThat(answered.told())
                .containsExactly(
                        new ToldCondition(TOOLKIT, LOOK, "flow 1 to Wigan Council, flow 2 to Bury Council", "Ask."),
                        new ToldCondition(TOOLKIT, MET, "flow 1 to Bury Council, flow 2 to Wigan Council", "Met."),
                        new ToldCondition(UK, LOOK, "flow 2", "Read it."),
                        new ToldCondition(UK, MET, "flow 1", "Here."));
    }

    @Test
    void namesTenOfManyRecipientsAndCountsTheOthers() {
        for (int i = 1; i <= 150; i++) {
            answered.add(
                    new About(1, "Practice " + i),
                    List.of(
                            says(TOOLKIT, i == 7 ? NOT_MET : MET, "Looked up."),
                            says(UK, i <= 11 ? LOOK : MET, "Here.")));
        }

        assertThat(answered.told())
                .extracting(ToldCondition::about)
                .containsExactly(
                        "Practice 7",
                        "Practice 1, Practice 2, Practice 3, Practice 4, Practice 5, Practice 6, Practice 8, Practice 9,"
                                + " Practice 10, Practice 11 and 139 more",
                        "Practice 1, Practice 2, Practice 3, Practice 4, Practice 5, Practice 6, Practice 7, Practice 8,"
                                + " Practice 9, Practice 10 and 1 more",
                        "Practice 12, Practice 13, Practice 14, Practice 15, Practice 16, Practice 17, Practice 18,"
                                + " Practice 19, Practice 20, Practice 21 and 129 more");
    }

    @Test
    void saysSomeOfManyReasons() {
        for (int i = 1; i <= 150; i++) {
            answered.add(
                    new About(1, "Practice " + i),
                    List.of(says(TOOLKIT, MET, "Practice " + i + " has it."), says(UK, MET, "Here.")));
        }

        assertThat(answered.told())
                .containsExactly(
                        new ToldCondition(
                                TOOLKIT,
                                MET,
                                null,
                                "Practice 1 has it. Practice 2 has it. Practice 3 has it. And 147 more reasons."),
                        new ToldCondition(UK, MET, null, "Here."));
    }

    private static RowSays says(String condition, StandingAnswer answer, String reason) {
        return new RowSays(condition, answer, reason, true);
    }
}
