package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be a password. */
class LongPasswordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "Password12345",
                "P@ssw0rdP@ssw0rd",
                "qwertyuiop123",
                "1q2w3e4r5t6y",
                "123456789012",
                "aaaaaaaaaaaa",
                "letmeinletmein",
                "administrator",
                "November2026!",
                "Manchester2026!",
                "BoltonCouncil2026",
                "SharingJourneys1",
                "Sh4ringJourneys!",
                "manchesterunited",
                "correct horse battery staple",
                "short-9Kx"
            })
    void refusesWhatSomebodyWouldTry(String password) {
        assertThat(LongPasswords.allow(password, "ig.sam")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unicorn-teapot-9-granite", "kX9#mQ2!vLp7", "a walrus paints seven quiet lighthouses"})
    void allowsWhatNobodyWouldTry(String password) {
        assertThat(LongPasswords.allow(password, "ig.sam")).isTrue();
    }

    @Test
    void refusesOnesMadeOfThePersonsOwnName() {
        assertThat(LongPasswords.allow("kowalczyk-kowalczyk", "z.kowalczyk")).isFalse();
        assertThat(LongPasswords.allow("granite-ig.sam-teapot-9", "ig.sam")).isFalse();
    }

    @Test
    void allowsAtLeastSixtyFourCharactersButNotAnyNumber() {
        var words = "walrus paints seven quiet lighthouses by granite teapots, 9 unicorns ";

        assertThat(LongPasswords.allow(words, "ig.sam")).isTrue();
        assertThat(LongPasswords.allow(words.repeat(4), "ig.sam")).isFalse();
    }

    @Test
    void refusesEveryPasswordOfTheListThatIsLongEnough() throws IOException {
        try (var list = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/dictionaries/passwords.txt")),
                StandardCharsets.UTF_8))) {
            var long12 = list.lines()
                    .filter(password -> password.length() >= LongPasswords.SHORTEST)
                    .toList();

            assertThat(long12).hasSizeGreaterThan(400);
            assertThat(long12).noneMatch(password -> LongPasswords.allow(password, "ig.sam"));
        }
    }
}
