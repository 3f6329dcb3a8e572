package gm.sharing.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Refused;
import gm.sharing.organisation.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who can be whose deputy, and when. */
class AbsenceTests {

    private static final Person OFFICER = person("ig.bolton", "ig-bolton", "org-bolton");
    private static final Person COLLEAGUE = person("ig2.bolton", "ig-bolton", "org-bolton");
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void holdsOnItsFirstAndLastDayAndOnNoOther() {
        var absence = new Absence(OFFICER, COLLEAGUE, TODAY.plusDays(1), TODAY.plusDays(3), TODAY);

        assertThat(isOn(absence, TODAY)).isFalse();
        assertThat(isOn(absence, TODAY.plusDays(1))).isTrue();
        assertThat(isOn(absence, TODAY.plusDays(3))).isTrue();
        assertThat(isOn(absence, TODAY.plusDays(4))).isFalse();
    }

    @Test
    void endsBeforeItsLastDayWhenSomebodySaysSo() {
        var absence = new Absence(OFFICER, COLLEAGUE, TODAY, TODAY.plusDays(3), TODAY);

        absence.end(Instant.parse("2026-06-02T09:00:00Z"), TODAY.plusDays(1));

        assertThat(isOn(absence, TODAY.plusDays(2))).isFalse();
        assertThatThrownBy(() -> absence.end(Instant.EPOCH, TODAY.plusDays(1)))
                .isInstanceOf(Refused.class)
                .hasMessage("This absence has already ended.");
    }

    @Test
    void cannotBeEndedWhenItIsOver() {
        var absence = new Absence(OFFICER, COLLEAGUE, TODAY, TODAY, TODAY);

        assertThatThrownBy(() -> absence.end(Instant.EPOCH, TODAY.plusDays(1))).isInstanceOf(Refused.class);
    }

    private static boolean isOn(Absence absence, LocalDate day) {
        return absence.overlaps(day, day);
    }

    @ParameterizedTest
    @CsvSource({
        "signatory-bolton, dpo-bolton",
        "dpo-bolton, signatory-bolton",
        "project-leads, dpo-bolton",
        "dpo-bolton, project-leads"
    })
    void neverPutsWhoeverAdvisesInThePlaceOfWhoeverLeadsOrDecides(String away, String deputy) {
        Person one = person("one.bolton", away, "org-bolton");
        Person other = person("other.bolton", deputy, "org-bolton");

        assertThatThrownBy(() -> new Absence(one, other, TODAY, TODAY, TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Other.bolton and one.bolton cannot stand in for each other");
    }

    @ParameterizedTest
    @CsvSource({"signatory-bolton, ig-bolton", "project-leads, ig-bolton", "dpo-bolton, dpo-bolton"})
    void putsOthersInEachOthersPlace(String away, String deputy) {
        assertThatCode(() -> new Absence(
                        person("one.bolton", away, "org-bolton"),
                        person("other.bolton", deputy, "org-bolton"),
                        TODAY,
                        TODAY,
                        TODAY))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "-1,  0, Choose today or a later day.",
        " 2,  1, Choose the first day or a later one.",
        " 0, 366, Nobody has a deputy for more than a year."
    })
    void rejectsDaysThatWillNotDo(int first, int last, String message) {
        assertThatThrownBy(() -> new Absence(OFFICER, COLLEAGUE, TODAY.plusDays(first), TODAY.plusDays(last), TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void rejectsADeputyWhoIsTheSamePersonOrOfAnotherOrganisation() {
        assertThatThrownBy(() -> new Absence(OFFICER, OFFICER, TODAY, TODAY, TODAY))
                .hasMessage("Choose a colleague.");
        assertThatThrownBy(() -> new Absence(OFFICER, person("ig.bury", "org-bury"), TODAY, TODAY, TODAY))
                .hasMessage("Choose somebody of the same organisation.");
        assertThatThrownBy(() -> new Absence(OFFICER, person("board", "information-board"), TODAY, TODAY, TODAY))
                .hasMessage("Choose somebody of the same organisation.");
        assertThatThrownBy(() -> new Absence(person("board"), person("chair"), TODAY, TODAY, TODAY))
                .hasMessageStartingWith("Board belongs to no organisation");
    }

    private static Person person(String id, String... groups) {
        return new Person(id, id, "", Set.of(groups));
    }
}
