package gm.sharing.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One named answer.
 *
 * @param key by which it is looked up and compared, whatever it is called; empty in contents of before, which have names
 *     only
 * @param name what people read before the answer
 */
public record Fact(@JsonInclude(JsonInclude.Include.NON_EMPTY) String key, String name, String answer) {

    private static final int LONGEST_WHOLE = 600;

    public Fact {
        key = Objects.requireNonNullElse(key, "");
    }

    /** Its key; of a fact of before the name it had, written as a key. */
    public String id() {
        return key.isEmpty() ? keyOf(name) : key;
    }

    /** Whether this is its key; a fact of before also goes by the name it had. */
    public boolean goesBy(String sought) {
        return id().equals(sought) || (key.isEmpty() && name.equals(sought));
    }

    /** Whether the other answers the same question, though it may be called otherwise. */
    boolean asksTheSameAs(Fact other) {
        return id().equals(other.id()) || ((key.isEmpty() || other.key.isEmpty()) && name.equals(other.name));
    }

    boolean saysTheSameAs(Fact other) {
        return asksTheSameAs(other) && answer.equals(other.answer);
    }

    /** A name as a key: small letters and digits, with hyphens between its words. */
    static String keyOf(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("\\A-|-\\z", "");
    }

    public List<Paragraph> paragraphs() {
        return Paragraph.of(answer);
    }

    /** Whether no page break may part it: it would leave less than a few lines' room unused. */
    public boolean staysWhole() {
        return answer.length() <= LONGEST_WHOLE;
    }

    /** The answer where no lists are. */
    public String shown() {
        return Paragraph.withBullets(answer);
    }

    /** Whether the answer is the address of a page, to be followed. */
    public boolean leadsToAPage() {
        return answer.matches("https?://\\S+");
    }

    String text() {
        return name + ": " + answer;
    }
}
