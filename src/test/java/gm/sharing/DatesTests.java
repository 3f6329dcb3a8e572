package gm.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DatesTests {

    private static final Pattern WRITTEN_AGAIN = Pattern.compile("\"(EEEE )?d MMMM yyyy(, HH:mm)?\"|\"Europe/London\"");

    @Test
    void areWrittenByTheClocksOfLondon() {
        Instant lateOnASummerEvening = Instant.parse("2026-05-03T23:30:00Z");

        assertThat(Dates.on(lateOnASummerEvening)).isEqualTo(LocalDate.of(2026, 5, 4));
        assertThat(Dates.day(lateOnASummerEvening)).isEqualTo("4 May 2026");
        assertThat(Dates.weekday(lateOnASummerEvening)).isEqualTo("Monday 4 May 2026");
        assertThat(Dates.moment(lateOnASummerEvening)).isEqualTo("4 May 2026, 00:30");
        assertThat(Dates.weekday(LocalDate.of(2026, 12, 1))).isEqualTo("Tuesday 1 December 2026");
    }

    @Test
    void areWrittenInOnePlace() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> WRITTEN_AGAIN.matcher(text(file)).find()))
                    .containsExactly(Path.of("src/main/java/gm/sharing/Dates.java"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
