package gm.sharing.notification;

import gm.sharing.wording.Words;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        LetterPage page = page(baseUrl);
        if (isDaily() || notices.size() > 1) {
            body.append(page.heading()).append("\n\n");
        }
        for (LetterPage.Part part : page.parts()) {
            if (part.heading() != null) {
                body.append(part.heading()).append("\n\n");
            }
            add(part.paragraphs(), body);
            if (part.link() != null) {
                body.append(part.link()).append("\n\n");
            }
            for (LetterPage.Item item : part.items()) {
                body.append("- ").append(item.text()).append('\n');
                body.append(item.link() == null ? "\n" : item.link() + "\n\n");
                add(item.paragraphs(), body);
            }
            if (part.heading() != null) {
                body.append('\n');
            }
        }
        body.append("-- \n").append(page.signature()).append('\n');
        return page.choice() == null
                ? body.toString()
                : body.append(page.choice()).append('\n').toString();
    }

    private static void add(List<List<String>> paragraphs, StringBuilder body) {
        paragraphs.forEach(lines -> body.append(String.join("\n", lines)).append("\n\n"));
    }

    /** The same as a page. */
    LetterPage page(URI baseUrl) {
        String address = baseUrl.toString().replaceFirst("/+$", "");
        return isDaily()
                ? new LetterPage(
                        subjectLine(),
                        WORDS.text("daily"),
                        byProject(address),
                        WORDS.text("open"),
                        WORDS.text("signature-daily"),
                        address + "/notifications")
                : new LetterPage(
                        subjectLine(),
                        notices.size() > 1 ? WORDS.text("several", Map.of("count", notices.size())) : subjectLine(),
                        oneByOne(address),
                        WORDS.text("open"),
                        signature(),
                        null);
    }

    /** Whether it is somebody's letter of the day. */
    private boolean isDaily() {
        return notices.get(0).held() != null;
    }

    private List<LetterPage.Part> oneByOne(String address) {
        return IntStream.range(0, notices.size())
                .mapToObj(place -> part(notices.get(place), place + 1, address))
                .toList();
    }

    private LetterPage.Part part(Outbox.Entry notice, int number, String address) {
        return new LetterPage.Part(
                notices.size() > 1 ? number + ". " + onOneLine(notice.subject()) : null,
                paragraphs(notice),
                notice.path() == null ? null : address + notice.path(),
                List.of());
    }

    /** What is about no project stands last. */
    private List<LetterPage.Part> byProject(String address) {
        Map<String, List<LetterPage.Item>> projects = new LinkedHashMap<>();
        Stream.concat(
                        notices.stream().filter(notice -> !notice.reference().isEmpty()),
                        notices.stream().filter(notice -> notice.reference().isEmpty()))
                .forEach(notice -> projects.computeIfAbsent(notice.reference(), project -> new ArrayList<>())
                        .add(new LetterPage.Item(
                                onOneLine(notice.subject()),
                                notice.path() == null ? null : address + notice.path(),
                                notice.path() == null ? paragraphs(notice) : List.of())));
        return projects.entrySet().stream()
                .map(project -> new LetterPage.Part(
                        project.getKey().isEmpty()
                                ? WORDS.text("daily-other")
                                : WORDS.text("daily-project", Map.of("project", project.getKey())),
                        List.of(),
                        null,
                        project.getValue()))
                .toList();
    }

    private static List<List<String>> paragraphs(Outbox.Entry notice) {
        return Arrays.stream(notice.text().strip().split("\n{2,}"))
                .map(paragraph -> paragraph.lines().toList())
                .toList();
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
