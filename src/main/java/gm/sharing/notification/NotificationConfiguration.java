package gm.sharing.notification;

import com.github.kagkarlsson.scheduler.PollingStrategyConfig;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.actuator.DbSchedulerHealthIndicator;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import gm.sharing.database.WhichDatabase;
import java.net.URI;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.util.StringUtils;
import org.thymeleaf.ITemplateEngine;

/** Connects the outbox with the scheduler that empties it and with the mail server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationConfiguration {

    /** Should a process die while it sends, another one, or its successor, sends again. */
    @Bean
    OneTimeTask<Void> noticeDelivery(Delivery delivery) {
        return Tasks.oneTime("send-notice")
                .onFailure(delivery::failed)
                .onDeadExecutionRevive()
                .execute((notice, context) -> delivery.deliver(Long.parseLong(notice.getId())));
    }

    /** Where the database can skip what another node has locked, nodes pick several notices at once and never the same. */
    @Bean
    static BeanPostProcessor picking(ObjectProvider<DataSource> database) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof DbSchedulerProperties scheduler
                        && WhichDatabase.of(database.getObject()) == DatabaseDriver.POSTGRESQL) {
                    scheduler.setPollingStrategy(PollingStrategyConfig.Type.LOCK_AND_FETCH);
                }
                return bean;
            }
        };
    }

    @Bean
    DbSchedulerStarter sendingStarter(Scheduler scheduler, Postbox postbox, NotificationSettings settings) {
        return new SendingStarter(scheduler, postbox, settings);
    }

    /** Says how sending stands. A copy of the application that is not meant to send is well without it. */
    @Bean
    HealthIndicator noticesHealthIndicator(Scheduler scheduler, Postbox postbox, NotificationSettings settings) {
        HealthIndicator sending = new DbSchedulerHealthIndicator(scheduler);
        return () -> settings.sending() && postbox.isOpen()
                ? sending.health()
                : Health.up().withDetail("state", "not meant to send").build();
    }

    @Bean
    Postbox postbox(
            ObjectProvider<JavaMailSender> mailServer,
            ITemplateEngine templates,
            Environment environment,
            @Value("${sharing.mail.from:}") String from,
            @Value("${sharing.base-url:http://localhost:8080}") URI baseUrl) {
        JavaMailSender mail = mailServer.getIfAvailable();
        if (mail != null) {
            if (!StringUtils.hasText(from)) {
                throw new IllegalStateException(
                        "A mail server is set (spring.mail.host), but no sender: set sharing.mail.from.");
            }
            return new MailPostbox(mail, from, baseUrl, templates);
        }
        return environment.acceptsProfiles(Profiles.of("demo")) ? new LogPostbox(baseUrl) : new ClosedPostbox();
    }
}
