package gm.sharing.workflow.gate;

import org.jspecify.annotations.Nullable;

/** What words of a model may be made of, because pages, lists and mails show them as they are. */
final class PlainText {

    private static final int SHOWN = 80;

    private PlainText() {}

    /**
     * What is wrong with a text, in words that follow its name; null when nothing is.
     *
     * @param lines whether it may have several lines
     */
    static @Nullable String complaint(String text, boolean lines) {
        if (text.contains("{{")) {
            return "must not hold “{{”; write it differently";
        }
        return unseen(text, lines);
    }

    /** As {@link #complaint}, for texts that no page takes for a command. */
    static @Nullable String unseen(String text, boolean lines) {
        return text.codePoints().anyMatch(sign -> !isPlain(sign, lines))
                ? "holds signs that cannot be seen or that change the direction of reading"
                        + (lines ? "" : " (or a line break)") + "; delete it and type it again"
                : null;
    }

    /** The text as a message may show it. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(sign -> shown.appendCodePoint(isPlain(sign, false) ? sign : '?'));
        return text.codePointCount(0, text.length()) > SHOWN ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isPlain(int sign, boolean lines) {
        if (sign == '\n' || sign == '\r' || sign == '\t') {
            return lines;
        }
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> !isInvisible(sign);
        };
    }

    /** Letters and marks that take no room: Hangul fillers, variation selectors, the grapheme joiner, Braille blank. */
    private static boolean isInvisible(int sign) {
        return sign == 0x034F
                || sign == 0x115F
                || sign == 0x1160
                || sign == 0x17B4
                || sign == 0x17B5
                || sign == 0x2800
                || sign == 0x3164
                || sign == 0xFFA0
                || (sign >= 0x180B && sign <= 0x180F)
                || (sign >= 0xFE00 && sign <= 0xFE0F)
                || (sign >= 0xE0000 && sign <= 0xE0FFF);
    }
}
