package gm.sharing.notification;

import gm.sharing.organisation.Person;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Sends notices as email: as plain text, and the same as HTML for mail programs that show it. */
class MailPostbox implements Postbox {

    private final JavaMailSender mail;
    private final String from;
    private final URI baseUrl;
    private final ITemplateEngine templates;

    MailPostbox(JavaMailSender mail, String from, URI baseUrl, ITemplateEngine templates) {
        this.mail = mail;
        this.from = from;
        this.baseUrl = baseUrl;
        this.templates = templates;
    }

    @Override
    public void deliver(Letter letter, Person to) {
        InternetAddress address = address(to.email());
        try {
            mail.send(message(letter, address));
        } catch (MailSendException e) {
            throw refusesForGood(e) ? new RefusedAddress("has an address that the mail server refuses") : e;
        } catch (MessagingException e) {
            throw new MailPreparationException("Notice " + letter.id() + " is not a valid email", e);
        }
    }

    private static InternetAddress address(String written) {
        try {
            InternetAddress[] one = InternetAddress.parse(written.strip());
            if (one.length == 1) {
                one[0].validate();
                return one[0];
            }
        } catch (AddressException e) {
            // Said below: the words of the exception hold the address.
        }
        throw new RefusedAddress("has an email address that is not valid");
    }

    /**
     * Whether the server said of the recipient that it will never take anything for it (RFC 5321, 4.2.1). What it says of
     * the sender or of the message is for operators and tried again; so is 552, which stands for a passing 452 here
     * (4.5.3.1.10).
     */
    private static boolean refusesForGood(MailSendException failure) {
        return Arrays.stream(failure.getMessageExceptions())
                .flatMap(MailPostbox::causes)
                .filter(SMTPAddressFailedException.class::isInstance)
                .mapToInt(cause -> ((SMTPAddressFailedException) cause).getReturnCode())
                .anyMatch(code -> code >= 500 && code != 552);
    }

    private static Stream<Exception> causes(Exception failure) {
        return Stream.iterate(
                        failure,
                        Objects::nonNull,
                        cause -> cause instanceof MessagingException mail ? mail.getNextException() : null)
                .limit(20);
    }

    private MimeMessage message(Letter letter, InternetAddress to) throws MessagingException {
        MimeMessage message = mail.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(to);
        helper.setSubject(letter.subjectLine());
        MimeBodyPart text = new MimeBodyPart();
        text.setContent(FlowedText.of(letter.body(baseUrl)), "text/plain; charset=UTF-8; format=flowed");
        MimeBodyPart page = new MimeBodyPart();
        page.setContent(html(letter), "text/html; charset=UTF-8");
        // The last that a mail program can show is the one it shows (RFC 2046, 5.1.4).
        message.setContent(new MimeMultipart("alternative", text, page));
        // Keeps answering machines from answering.
        message.setHeader("Auto-Submitted", "auto-generated");
        // The same at a second attempt, so that mail programs can tell a copy.
        message.setHeader(
                "Message-ID",
                "<notice-%d.%d@%s>".formatted(letter.id(), letter.writtenAt().toEpochMilli(), baseUrl.getHost()));
        return message;
    }

    private String html(Letter letter) {
        return templates.process("notification/letter", new Context(Locale.UK, Map.of("page", letter.page(baseUrl))));
    }
}
