package gm.sharing.document;

import gm.sharing.organisation.OrganisationCode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The smallest part of a document that is compared between versions.
 *
 * @param key stable name of the subject, for example {@code purpose} or {@code flow}; the rules on who is asked again
 *     go by it
 * @param item tells sections with the same key apart, for example the partner's code; otherwise empty
 * @param title its heading; empty when it has none
 * @param touches the organisations it concerns; empty when it concerns every party
 */
public record Section(String key, String item, String title, List<Block> content, SortedSet<OrganisationCode> touches) {

    public static final SortedSet<OrganisationCode> EVERYBODY = Collections.emptySortedSet();

    public Section {
        content = List.copyOf(content);
        touches = Collections.unmodifiableSortedSet(new TreeSet<>(touches));
    }

    /** A section of which there is one and which concerns every party. */
    public static Section of(String key, String title, Block... content) {
        return new Section(key, "", title, List.of(content), EVERYBODY);
    }

    /** The content as plain text, paragraphs separated by empty lines. */
    public String text() {
        return content.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    /** The named answers that it holds, if any. */
    public List<Fact> facts() {
        return content.stream()
                .flatMap(block -> block instanceof Block.Facts facts ? facts.facts().stream() : Stream.empty())
                .toList();
    }

    /** What is answered under this key; empty when nothing is. */
    public Optional<String> answer(String fact) {
        return facts().stream()
                .filter(named -> named.goesBy(fact))
                .map(Fact::answer)
                .findFirst();
    }

    boolean sameSubject(Section other) {
        return key.equals(other.key)
                && (item.equals(other.item) || namesTheItemOf(other) || other.namesTheItemOf(this));
    }

    /** In contents of before a question's title was its item. */
    private boolean namesTheItemOf(Section other) {
        return !item.isEmpty()
                && item.equals(title)
                && (title.equals(other.title) || Fact.keyOf(title).equals(other.item));
    }

    /** Whether the other one is what became of this one, for example a flow that goes on without a partner. */
    boolean mayContinueAs(Section other) {
        return key.equals(other.key) && !Collections.disjoint(touches, other.touches);
    }

    /** Whether the answers are the same, though questions may be called otherwise. */
    boolean saysTheSameAs(Section other) {
        return content.size() == other.content.size()
                && IntStream.range(0, content.size())
                        .allMatch(place -> content.get(place).saysTheSameAs(other.content.get(place)));
    }

    /** The content in the smallest pieces that are compared: lines, named answers, rows. */
    List<Statement> statements() {
        return content.stream().flatMap(block -> block.said().stream()).toList();
    }
}
