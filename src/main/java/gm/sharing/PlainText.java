package gm.sharing;

import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed or pasted, as it is kept. Invisible characters that come along with copied text are left out, except
 * those that writing needs: joiners (Urdu, Bengali, emoji), marks of direction, flags. What no program writes on purpose
 * is refused.
 */
public final class PlainText {

    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\r\\n\\x0B\\f\\x85\\u2028\\u2029]");

    /** Soft hyphen, Arabic letter mark, joiners, marks of direction; the others of their kind are seen. */
    private static final Set<Integer> WRITTEN_FORMATS = Set.of(
            0xAD, 0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x61C, 0x6DD, 0x70F, 0x8E2, 0x200C, 0x200D, 0x200E, 0x200F,
            0x110BD, 0x110CD);

    /** Letters and symbols by their kind that leave no mark of their own. */
    private static final Set<Integer> UNSEEN = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

    private static final int BLACK_FLAG = 0x1F3F4;

    /** One above the other; no writing has more (Unicode Standard Annex 15, stream-safe text). */
    private static final int MOST_MARKS = 30;

    private PlainText() {}

    /** Whether nothing is said. */
    public static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /**
     * The text with one kind of line break, composed letters and no invisible characters; empty when nothing is to be seen.
     *
     * @param lines whether it may have several
     * @throws Refused when it holds what cannot be kept; the words follow the field's name
     */
    public static String of(String typed, boolean lines) {
        var text = LINE_BREAK.matcher(typed).replaceAll("\n");
        var kept = new StringBuilder(text.length());
        boolean inFlag = false;
        int marks = 0;
        int position = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            position++;
            inFlag = character == BLACK_FLAG || (inFlag && isTag(character));
            boolean written = isWritten(character, inFlag);
            marks = isMark(character) ? marks + 1 : written ? 0 : marks;
            if (isBroken(character) || marks > MOST_MARKS) {
                throw new Refused("character %d (U+%04X) cannot be shown. Delete it, or type the text again"
                        .formatted(position, character));
            }
            if (character == '\t' && !lines) {
                kept.append(' ');
            } else if (written) {
                kept.appendCodePoint(character);
            }
        }
        var clean = stripped(Normalizer.normalize(kept, Normalizer.Form.NFC));
        if (!lines && clean.indexOf('\n') >= 0) {
            throw new Refused("write it in one line");
        }
        return clean;
    }

    /** As {@link #of}, where somebody looks for something: nothing is found with what cannot be kept. */
    public static Optional<String> sought(String typed) {
        try {
            return Optional.of(of(typed, true));
        } catch (Refused unkept) {
            return Optional.empty();
        }
    }

    /** Whether there is anything to see in it. */
    public static boolean isSeen(String text) {
        return text.codePoints().anyMatch(PlainText::isSeen);
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> !UNSEEN.contains(character);
        };
    }

    /** Control characters, halves of characters, and what is no character. */
    private static boolean isBroken(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\t';
            case Character.SURROGATE -> true;
            default -> (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
        };
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isWritten(int character, boolean inFlag) {
        return Character.getType(character) != Character.FORMAT
                || WRITTEN_FORMATS.contains(character)
                || (inFlag && isTag(character));
    }

    private static boolean isTag(int character) {
        return character >= 0xE0020 && character <= 0xE007F;
    }

    private static String stripped(String text) {
        int first = 0;
        int last = text.length();
        while (first < last && isSpace(text.charAt(first))) {
            first++;
        }
        while (last > first && isSpace(text.charAt(last - 1))) {
            last--;
        }
        var rest = text.substring(first, last);
        return isSeen(rest) ? rest : "";
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
