package gm.sharing.notification;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import gm.sharing.deadline.WorkingDays;
import java.time.Clock;
import java.util.Set;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** This module with its database and its mail, without the rest of the application. */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    DbSchedulerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    MailSenderAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@Import({
    Notices.class,
    MissedNotices.class,
    DailyLetters.class,
    HeldNotices.class,
    Outbox.class,
    Sending.class,
    Delivery.class,
    NotificationConfiguration.class
})
class NotificationModule {

    @Bean
    KnownPeople people() {
        return new KnownPeople();
    }

    @Bean
    WorkingDays workingDays() {
        return new WorkingDays(Set::of);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
