package gm.sharing.notification;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may say about notices.
 *
 * @param sending whether this copy of the application sends; without it notices wait in the outbox
 * @param retryAfter the pause after the first failure; it doubles with each further one, up to an hour
 * @param giveUpAfter the age at which a notice that cannot be sent is tried for the last time
 * @param dailyAt the time of day in London at which the letters of those go out on working days who chose one a day
 * @param gather how long a notice is held, so that what somebody is told meanwhile goes out with it; zero sends each alone
 */
@ConfigurationProperties("sharing.notices")
record NotificationSettings(
        @DefaultValue("true") boolean sending,
        @DefaultValue("1m") Duration retryAfter,
        @DefaultValue("5d") Duration giveUpAfter,
        @DefaultValue("1m") Duration gather,
        @DefaultValue("09:00") LocalTime dailyAt) {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** How long to wait after a failure, when that many came before it. */
    Duration pauseAfter(int failures) {
        Duration pause = retryAfter.multipliedBy(1L << Math.min(failures, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
