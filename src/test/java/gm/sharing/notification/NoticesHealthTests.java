package gm.sharing.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

/** A copy of the application that is not meant to send is well; one that is meant to, only when it does. */
class NoticesHealthTests {

    private static final Postbox OPEN = new LogPostbox(URI.create("http://localhost"));

    @Test
    void isUpWithoutAMailServer() {
        assertThat(health(new ClosedPostbox(), true)).isEqualTo(Status.UP);
    }

    @Test
    void isUpWhereSendingIsSwitchedOff() {
        assertThat(health(OPEN, false)).isEqualTo(Status.UP);
    }

    @Test
    void isNotUpWhereSendingDoesNotRunThoughItShould() {
        assertThat(health(OPEN, true)).isNotEqualTo(Status.UP);
    }

    private static Status health(Postbox postbox, boolean sending) {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:");
        return new NotificationConfiguration()
                .noticesHealthIndicator(
                        Scheduler.create(database).build(),
                        postbox,
                        new NotificationSettings(
                                sending, Duration.ofMinutes(1), Duration.ofDays(5), Duration.ZERO, LocalTime.of(9, 0)))
                .health()
                .getStatus();
    }
}
