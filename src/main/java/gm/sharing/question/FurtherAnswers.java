package gm.sharing.question;

import gm.sharing.document.Chapter;
import gm.sharing.document.Fact;
import gm.sharing.document.Section;
import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The answers that stand in a document beside what the program itself writes there, each in its part or in one at the end. */
public record FurtherAnswers(List<Answer> answers) {

    public static final FurtherAnswers NONE = new FurtherAnswers(List.of());

    public FurtherAnswers {
        answers = List.copyOf(answers);
    }

    /** What stands in the part with this key, in the order of the forms. */
    public List<Section> in(String part) {
        return answers.stream()
                .filter(answer -> answer.question().part().equals(part))
                .map(Answer::section)
                .toList();
    }

    /** The same as named answers, for a part that is one record. */
    public List<Fact> facts(String part) {
        return answers.stream()
                .filter(answer -> answer.question().part().equals(part))
                .map(Answer::fact)
                .toList();
    }

    /**
     * A part with what the program writes there, first, and the answers after it. An answer with the name of a section that the
     * program writes continues it, among the other answers and under its own heading.
     */
    public List<Section> with(String part, List<Section> written) {
        List<Section> alone = new ArrayList<>(written);
        List<Section> answered = new ArrayList<>();
        for (Section answer : in(part)) {
            Optional<Section> begun =
                    alone.stream().filter(section -> isBegun(section, answer)).findFirst();
            begun.ifPresent(alone::remove);
            answered.add(begun.map(section -> continued(section, answer)).orElse(answer));
        }
        alone.addAll(answered);
        return alone;
    }

    private static boolean isBegun(Section written, Section answer) {
        return written.key().equals(answer.key()) && written.item().equals(answer.item());
    }

    private static Section continued(Section written, Section answer) {
        return new Section(
                written.key(),
                written.item(),
                answer.title(),
                Stream.concat(written.content().stream(), answer.content().stream())
                        .toList(),
                written.touches());
    }

    /** The answer to one question. */
    public Optional<Answer> find(String form, String key) {
        return answers.stream()
                .filter(answer -> answer.question().form().equals(form)
                        && answer.question().key().equals(key))
                .findFirst();
    }

    /**
     * The part at the end, for everything else.
     *
     * @param parts the keys of the parts that the document has
     */
    public Optional<Chapter> besides(Set<String> parts) {
        List<Section> sections = answers.stream()
                .filter(answer -> !parts.contains(answer.question().part()))
                .map(Answer::section)
                .toList();
        return sections.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chapter(
                        "further-answers", Words.in("question/document").text("further-answers"), false, sections));
    }
}
