package gm.sharing.notification;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One email: a notice, or all that somebody is told within a short time.
 *
 * @param id the notice whose attempt it is
 * @param notices the oldest first
 */
record Letter(long id, List<Outbox.Entry> notices) {

    Letter {
        notices = List.copyOf(notices);
    }

    /** When the notice was written whose attempt it is. */
    Instant writtenAt() {
        return notices.stream()
                .filter(notice -> notice.id() == id)
                .findFirst()
                .orElseThrow()
                .writtenAt();
    }

    /** One line, whatever the title of the project holds. */
    String subjectLine() {
        String first = onOneLine(notices.get(0).subject());
        return notices.size() == 1 ? first : first + " (and " + (notices.size() - 1) + " more)";
    }

    /** The text, where to go on, and what this is about. */
    String body(URI baseUrl) {
        String address = baseUrl.toString().replaceFirst("/+$", "");
        StringBuilder body = new StringBuilder();
        if (notices.size() == 1) {
            body.append(text(notices.get(0), address));
        } else {
            body.append("There are ").append(notices.size()).append(" messages for you.\n\n");
            for (int i = 0; i < notices.size(); i++) {
                Outbox.Entry notice = notices.get(i);
                body.append(i + 1)
                        .append(". ")
                        .append(onOneLine(notice.subject()))
                        .append("\n\n");
                body.append(text(notice, address)).append('\n');
            }
        }
        return body.append("-- \nSharing Journeys")
                .append(projects())
                .append('\n')
                .toString();
    }

    private static String text(Outbox.Entry notice, String address) {
        return notice.text().strip() + "\n\n" + (notice.path() == null ? "" : address + notice.path() + "\n\n");
    }

    private String projects() {
        Set<String> references = notices.stream()
                .map(Outbox.Entry::reference)
                .filter(reference -> !reference.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return references.isEmpty()
                ? ""
                : (references.size() == 1 ? ", project " : ", projects ") + String.join(", ", references);
    }

    private static String onOneLine(String subject) {
        return subject.strip().replaceAll("\\s+", " ");
    }
}
