package gm.sharing.workflow.gate.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the program tells a table, or a model does on its behalf.
 *
 * @param words the codes that it can be; empty when it can be any text, or is none
 * @param open whether a table may name further words, in the values of its column
 * @param optional whether it is not always known
 * @param offeredBy the field of a form whose options are its words, as {@code form.field}; null when there is none
 * @param codeOf the table of codes that lists what else it can be; null when none does
 */
public record Fact(
        String name,
        Type type,
        List<String> words,
        boolean open,
        boolean optional,
        @Nullable String offeredBy,
        @Nullable String codeOf) {

    private Fact(
            String name, Type type, List<String> words, boolean open, boolean optional, @Nullable String offeredBy) {
        this(name, type, words, open, optional, offeredBy, null);
    }

    /** What a fact or an answer is. */
    public enum Type {
        WORD("a text"),
        TRUTH("true or false"),
        NUMBER("a number"),
        WORDS("a list of texts");

        private final String inWords;

        Type(String inWords) {
            this.inWords = inWords;
        }

        String inWords() {
            return inWords;
        }

        /** The types that a column may have in DMN. */
        List<String> ofColumns() {
            return switch (this) {
                case WORD -> List.of("string");
                case TRUTH -> List.of("boolean");
                case NUMBER -> List.of("integer", "long", "double");
                case WORDS -> List.of();
            };
        }

        static @Nullable Type of(String column) {
            for (Type type : values()) {
                if (type.ofColumns().contains(column)) {
                    return type;
                }
            }
            return null;
        }
    }

    /** One of these codes; any text when none are named. */
    public static Fact word(String name, String... words) {
        return new Fact(name, Type.WORD, List.of(words), words.length == 0, false, null);
    }

    public static Fact truth(String name) {
        return new Fact(name, Type.TRUTH, List.of(), false, false, null);
    }

    /** A whole number that is not negative. */
    public static Fact count(String name) {
        return new Fact(name, Type.NUMBER, List.of(), false, false, null);
    }

    public static Fact words(String name) {
        return new Fact(name, Type.WORDS, List.of(), true, false, null);
    }

    /** A code that a table lists, or one of these words. */
    public static Fact codeOf(String name, String table, String... words) {
        return new Fact(name, Type.WORD, List.of(words), false, false, null, table);
    }

    /** Codes that a table lists. */
    public static Fact codesOf(String name, String table) {
        return new Fact(name, Type.WORDS, List.of(), false, false, null, table);
    }

    /** What a column of a table that the program does not read is about. */
    static Fact ofColumn(String name, Type type, List<String> words) {
        return new Fact(name, type, words, true, false, null);
    }

    /** Tables may name more words than the program does, because models may ask with them. */
    public Fact orOthers() {
        return new Fact(name, type, words, true, optional, offeredBy, codeOf);
    }

    public Fact whenKnown() {
        return new Fact(name, type, words, open, true, offeredBy, codeOf);
    }

    /** Its words are the options of this field, whatever the process owner makes them. */
    public Fact offeredBy(String form, String field) {
        return new Fact(name, type, words, open, optional, form + "." + field, codeOf);
    }

    boolean isAnyText() {
        return type == Type.WORD && words.isEmpty() && codeOf == null;
    }
}
