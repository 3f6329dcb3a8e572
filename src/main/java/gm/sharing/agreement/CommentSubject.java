package gm.sharing.agreement;

import gm.sharing.document.PlacedChapter;
import gm.sharing.document.PlacedChapter.PlacedSection;
import gm.sharing.document.Section;
import gm.sharing.signoff.Comment;
import gm.sharing.wording.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a comment can be about: the agreement as a whole, one of its sections or a part that has none.
 *
 * @param key by which comments know it, whatever it is called and wherever it stands
 * @param name in words, for example "Why information is shared: Purpose"
 * @param heading as the document numbers it, for example "4.1 Purpose"
 */
public record CommentSubject(String key, String name, String heading) {

    private static final Words WORDS = Words.in("agreement/parts");
    private static final String PART = "part:";

    /** The whole first, then the sections in the order of the document. A table counts as one. */
    public static List<CommentSubject> of(AgreementContent content) {
        Map<String, CommentSubject> subjects = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(new CommentSubject(Comment.WHOLE, WORDS.text("whole"), WORDS.text("whole"))),
                        content.numbered().stream().flatMap(CommentSubject::within))
                .forEach(subject -> subjects.putIfAbsent(subject.key(), subject));
        return List.copyOf(subjects.values());
    }

    /** Their names by their keys. */
    public static Map<String, String> names(List<CommentSubject> subjects) {
        Map<String, String> names = new LinkedHashMap<>();
        subjects.forEach(subject -> names.put(subject.key(), subject.name()));
        return names;
    }

    private static Stream<CommentSubject> within(PlacedChapter placed) {
        return placed.chapter().tabular()
                ? Stream.of(part(placed))
                : placed.sections().stream().map(section -> section.headed() ? section(placed, section) : part(placed));
    }

    /** A part of contents of before has no key, and goes by its title. */
    private static CommentSubject part(PlacedChapter placed) {
        String key = placed.chapter().key();
        String title = placed.chapter().title();
        return new CommentSubject(PART + (key.isEmpty() ? title : key), title, placed.heading());
    }

    private static CommentSubject section(PlacedChapter placed, PlacedSection headed) {
        Section section = headed.section();
        return new CommentSubject(
                section.item().isEmpty() ? section.key() : section.key() + "/" + section.item(),
                placed.chapter().title() + ": " + section.title(),
                headed.heading());
    }
}
