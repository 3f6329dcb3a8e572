package gm.sharing.notification;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;

/** A copy of the application in a process of its own, which can be killed. */
class CopyInAProcess {

    /** Takes the database and the port of the mail server. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(NotificationModule.class)
                .web(WebApplicationType.NONE)
                .initializers(copy -> TestPropertyValues.of(
                                "spring.datasource.url=" + arguments[0],
                                "spring.datasource.username="
                                        + (arguments[0].startsWith("jdbc:postgresql:") ? "postgres" : "sa"),
                                "spring.mail.host=127.0.0.1",
                                "spring.mail.port=" + arguments[1],
                                "sharing.notices.gather=0s",
                                "sharing.mail.from=sharing@gm.example")
                        .applyTo(copy))
                .run();
    }
}
