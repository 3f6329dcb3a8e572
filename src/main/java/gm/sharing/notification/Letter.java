package gm.sharing.notification;

import gm.sharing.wording.Words;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        StringBuilder body = new StringBuilder();
        if (notices.size() > 1) {
            body.append(several()).append("\n\n");
        }
        for (LetterPage.Part part : parts(baseUrl)) {
            if (part.heading() != null) {
                body.append(part.heading()).append("\n\n");
            }
            part.paragraphs().forEach(paragraph -> body.append(String.join("\n", paragraph))
                    .append("\n\n"));
            if (part.link() != null) {
                body.append(part.link()).append("\n\n");
            }
            if (part.heading() != null) {
                body.append('\n');
            }
        }
        return body.append("-- \n").append(signature()).append('\n').toString();
    }

    /** The same as a page. */
    LetterPage page(URI baseUrl) {
        return new LetterPage(
                subjectLine(),
                notices.size() > 1 ? several() : subjectLine(),
                parts(baseUrl),
                WORDS.text("open"),
                signature());
    }

    private String several() {
        return WORDS.text("several", Map.of("count", notices.size()));
    }

    private List<LetterPage.Part> parts(URI baseUrl) {
        String address = baseUrl.toString().replaceFirst("/+$", "");
        return IntStream.range(0, notices.size())
                .mapToObj(place -> part(notices.get(place), place + 1, address))
                .toList();
    }

    private LetterPage.Part part(Outbox.Entry notice, int number, String address) {
        return new LetterPage.Part(
                notices.size() > 1 ? number + ". " + onOneLine(notice.subject()) : null,
                Arrays.stream(notice.text().strip().split("\n{2,}"))
                        .map(paragraph -> paragraph.lines().toList())
                        .toList(),
                notice.path() == null ? null : address + notice.path());
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
