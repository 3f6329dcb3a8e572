package gm.sharing;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;

/** The two parts of an email that the application sends. */
public final class Mails {

    private Mails() {}

    /** Without the break of the last line. */
    public static String plainText(Message message) {
        return part(message, 0, "text/plain").stripTrailing();
    }

    public static String html(Message message) {
        return part(message, 1, "text/html");
    }

    private static String part(Message message, int place, String type) {
        try {
            var part = ((Multipart) message.getContent()).getBodyPart(place);
            if (!part.isMimeType(type)) {
                throw new AssertionError(part.getContentType() + " instead of " + type);
            }
            return (String) part.getContent();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
