package gm.sharing.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which process an answer belongs to, and whose answers are near. */
class RunPathTests {

    private static final String STARTED = UUID.randomUUID().toString();

    @Test
    void isNothingForTheJourneyAndTheIdForWhatIsStartedBesideIt() {
        assertThat(RunPath.of("", List.of())).isNull();
        assertThat(RunPath.of(STARTED, List.of())).isEqualTo(STARTED);
    }

    @Test
    void isTheSameForTheSameCallAndAnotherForAnother() {
        assertThat(RunPath.of("", List.of("journey Call_North")))
                .isEqualTo(RunPath.of("", List.of("journey Call_North")))
                .isNotEqualTo(RunPath.of("", List.of("journey Call_South")))
                .isNotEqualTo(RunPath.of(STARTED, List.of("journey Call_North")));
    }

    @Test
    void fitsItsColumnHoweverDeepTheCallsAre() {
        List<String> calls = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
        String deep = RunPath.of(STARTED, calls);
        calls.set(4, "f");

        assertThat(deep).hasSizeLessThanOrEqualTo(64).isNotEqualTo(RunPath.of(STARTED, calls));
    }

    @Test
    void takesItsOwnThenWhatItCalledThenItsCallersThenOthers() {
        String north = RunPath.of("", List.of("Call_North"));
        String northAgain = RunPath.of("", List.of("Call_North", "Call_Again"));
        String south = RunPath.of("", List.of("Call_South"));

        assertThat(nearest(north, STARTED, south, null, northAgain, north))
                .containsExactly(north, northAgain, null, south, STARTED);
        assertThat(nearest(null, STARTED, south, null)).containsExactly(null, south, STARTED);
        assertThat(nearest(STARTED, null, STARTED + "/00000000", south)).first().isEqualTo(STARTED + "/00000000");
    }

    private static List<String> nearest(String asks, String... answered) {
        List<String> all = new ArrayList<>(Arrays.asList(answered));
        all.sort(Comparator.comparing(other -> -RunPath.nearness(asks, other)));
        return all;
    }
}
