package gm.sharing.workflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({"Li,N,true", "Jo,Ng,true", "Kim,Granite,false", "Unicorn,O,false"})
    void countsNamesOfThreeLettersAndFewerForNothing(String first, String last, boolean allowed) {
        var user = new UserEntity("ig.sam");
        user.setFirstName(first);
        user.setLastName(last);

        assertThat(new LongPasswords()
                        .getRules().stream().allMatch(rule -> rule.execute("unicorn-teapot-9-granite-kingolive", user)))
                .isEqualTo(allowed);
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

    @Test
    void refusesTheFiveThousandMostCommonOnesThatAreLongEnough() throws IOException {
        try (var list = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/passwords/common.txt")),
                StandardCharsets.UTF_8))) {
            var common = list.lines().filter(line -> !line.startsWith("# ")).toList();

            assertThat(common).hasSize(5000).allMatch(password -> password.length() >= LongPasswords.SHORTEST);
            assertThat(common).noneMatch(password -> LongPasswords.allow(password, "ig.sam"));
            assertThat(common.subList(0, 300))
                    .noneMatch(password -> LongPasswords.allow(password.toUpperCase(Locale.ROOT), "ig.sam"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"p4$$w0rd1", "@@@@$$$$!!!!1111", "abcabcabc", "1qaz2wsx", "19991999", "i1l|!1iIl", "\u00e9\u4e2d"
            })
    void neverTakesLongToCheck(String part) {
        LongPasswords.allow("warm-up of the lists 7", "ig.sam");
        var password = part.repeat(Passwords.LONGEST).substring(0, Passwords.LONGEST);

        var took =
                IntStream.range(0, 3).mapToLong(each -> millis(password)).min().orElseThrow();

        assertThat(took).as("milliseconds of a processor, of three the least").isLessThan(1_000);
    }

    /** Of this thread's work, however busy the machine is. */
    private static long millis(String password) {
        var thread = ManagementFactory.getThreadMXBean();
        var before = thread.getCurrentThreadCpuTime();
        LongPasswords.allow(password, "ig.sam");
        return (thread.getCurrentThreadCpuTime() - before) / 1_000_000;
    }
}
