package gm.sharing.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a table of codes says of a code. */
class CodeTableTests {

    private static final CodeTable TABLE = new CodeTable(
            "grounds",
            List.of(
                    new Code("no-basis", "Nothing allows it", Map.of("formerly", "No basis", "serious", true)),
                    new Code("other", "Something else", Map.of("formerly", "Another reason"))));

    @Test
    void saysWhatPeopleReadForACode() {
        assertThat(TABLE.label("no-basis")).isEqualTo("Nothing allows it");
    }

    /** What was chosen before, or from an owner's own list, stays readable. */
    @Test
    void leavesWordsThatItDoesNotHold() {
        assertThat(TABLE.label("In the owner’s own words")).isEqualTo("In the owner’s own words");
        assertThat(TABLE.current("In the owner’s own words")).isEqualTo("In the owner’s own words");
        assertThat(TABLE.find("In the owner’s own words")).isEmpty();
        assertThat(TABLE.find(null)).isEmpty();
    }

    @Test
    void knowsTheWordsThatStoodForACodeBefore() {
        assertThat(TABLE.current("No basis")).isEqualTo("no-basis");
        assertThat(TABLE.current("no-basis")).isEqualTo("no-basis");
        assertThat(TABLE.current("Nothing allows it"))
                .as("the label is for people alone")
                .isEqualTo("Nothing allows it");
        assertThat(TABLE.current(null)).isNull();
    }

    @Test
    void saysNothingOfAColumnThatIsEmpty() {
        assertThat(TABLE.rows().get(0).is("serious")).isTrue();
        assertThat(TABLE.rows().get(1).is("serious")).isFalse();
        assertThat(TABLE.rows().get(1).text("serious")).isEmpty();
    }
}
