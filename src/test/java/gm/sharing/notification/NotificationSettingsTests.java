package gm.sharing.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationSettingsTests {

    @ParameterizedTest
    @CsvSource({"0, PT1M", "1, PT2M", "2, PT4M", "5, PT32M", "6, PT1H", "500, PT1H"})
    void pausesLongerAfterEachFailureUpToAnHour(int failures, Duration pause) {
        var settings = new NotificationSettings(
                true, Duration.ofMinutes(1), Duration.ofDays(5), Duration.ZERO, LocalTime.of(9, 0));

        assertThat(settings.pauseAfter(failures)).isEqualTo(pause);
    }

    /** Whether and when this copy of the application sends; a notice that it does not send waits for another copy. */
    @Test
    void letsNobodyMuteWhatTheyAreTold() {
        assertThat(NotificationSettings.class.getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactly("sending", "retryAfter", "giveUpAfter", "gather", "dailyAt");
    }
}
