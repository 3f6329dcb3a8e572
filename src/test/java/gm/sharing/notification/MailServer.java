package gm.sharing.notification;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gm.sharing.TestPorts;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real SMTP server that can be down. It is empty and up at the start of each test. */
class MailServer implements BeforeEachCallback, AfterAllCallback {

    private final ServerSetup setup = TestPorts.smtp();
    private GreenMail server = newServer();
    private boolean up;

    int port() {
        return setup.getPort();
    }

    void goUp() {
        if (!up) {
            server = newServer();
            server.start();
            up = true;
        }
    }

    void goDown() {
        if (up) {
            server.stop();
            up = false;
        }
    }

    boolean isEmpty() {
        return server.getReceivedMessages().length == 0;
    }

    /** The only message that arrives. */
    MimeMessage message() {
        return messages(1).get(0);
    }

    /** The messages, as soon as that many have arrived. */
    List<MimeMessage> messages(int count) {
        await().atMost(Duration.ofMinutes(2)).until(() -> server.getReceivedMessages().length >= count);
        List<MimeMessage> received = List.of(server.getReceivedMessages());
        if (received.size() != count) {
            throw new AssertionError(received.size() + " messages instead of " + count + ": "
                    + received.stream().map(MailServer::subject).toList());
        }
        return received;
    }

    static String subject(Message message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String recipient(Message message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        goDown();
        goUp();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        goDown();
    }

    private GreenMail newServer() {
        return new GreenMail(setup)
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    }
}
