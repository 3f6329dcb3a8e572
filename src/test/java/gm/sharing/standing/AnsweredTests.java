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
                        new ToldCondition(UK, LOOK, null, "No row of the table is about this."));
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

    private static RowSays says(String condition, StandingAnswer answer, String reason) {
        return new RowSays(condition, answer, reason, true);
    }
}
