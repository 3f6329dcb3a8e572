package gm.sharing.notification;

import gm.sharing.organisation.Person;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends notices as plain text e-mail. */
class MailPostbox implements Postbox {

    private final JavaMailSender mail;
    private final String from;
    private final URI baseUrl;

    MailPostbox(JavaMailSender mail, String from, URI baseUrl) {
        this.mail = mail;
        this.from = from;
        this.baseUrl = baseUrl;
    }

    @Override
    public void deliver(Outbox.Entry notice, Person to) {
        try {
            mail.send(message(notice, to));
        } catch (MessagingException e) {
            throw new MailPreparationException("Notice " + notice.id() + " is no valid e-mail", e);
        }
    }

    private MimeMessage message(Outbox.Entry notice, Person to) throws MessagingException {
        MimeMessage message = mail.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(to.email());
        helper.setSubject(notice.subjectLine());
        helper.setText(notice.body(baseUrl));
        // Keeps answering machines from answering.
        message.setHeader("Auto-Submitted", "auto-generated");
        // The same at a second attempt, so that mail programs can tell a copy.
        message.setHeader(
                "Message-ID",
                "<notice-%d.%d@%s>".formatted(notice.id(), notice.writtenAt().toEpochMilli(), baseUrl.getHost()));
        return message;
    }
}
