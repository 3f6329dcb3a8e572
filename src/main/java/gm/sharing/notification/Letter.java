package gm.sharing.notification;

import gm.sharing.wording.Words;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One email: a notice, or all that somebody is told within a short time.
 *
 * @param id the notice whose attempt it is
 * @param notices the oldest first
 */
record Letter(long id, List<Outbox.Entry> notices) {

    private static final Words WORDS = Words.in("notice/letter");

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
        return notices.size() == 1
                ? first
                : WORDS.text("subject-of-several", Map.of("first", first, "count", notices.size() - 1));
    }

    /** The text, where to go on, and what this is about. */
    String body(URI baseUrl) {
        String address = baseUrl.toString().replaceFirst("/+$", "");
        StringBuilder body = new StringBuilder();
        if (notices.size() == 1) {
            body.append(text(notices.get(0), address));
        } else {
            body.append(WORDS.text("several", Map.of("count", notices.size()))).append("\n\n");
            for (int i = 0; i < notices.size(); i++) {
                Outbox.Entry notice = notices.get(i);
                body.append(i + 1)
                        .append(". ")
                        .append(onOneLine(notice.subject()))
                        .append("\n\n");
                body.append(text(notice, address)).append('\n');
            }
        }
        return body.append("-- \n").append(signature()).append('\n').toString();
    }

    private static String text(Outbox.Entry notice, String address) {
        return notice.text().strip() + "\n\n" + (notice.path() == null ? "" : address + notice.path() + "\n\n");
    }

    private String signature() {
        Set<String> references = notices.stream()
                .map(Outbox.Entry::reference)
                .filter(reference -> !reference.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return WORDS.text(
                references.isEmpty()
                        ? "signature"
                        : references.size() == 1 ? "signature-project" : "signature-projects",
                Map.of("projects", String.join(", ", references)));
    }

    private static String onOneLine(String subject) {
        return subject.strip().replaceAll("\\s+", " ");
    }
}
