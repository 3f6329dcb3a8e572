package gm.sharing.document;

import java.awt.Font;
import java.awt.font.GlyphVector;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A piece of text on one line, from left to right as it is seen: pieces of one typeface each. All lengths are thousandths of
 * the size of the text.
 */
record TextLine(List<Run> runs) {

    /** Stands before a text that belongs to a paragraph which runs from right to left. */
    static final char FROM_THE_RIGHT = '\u202B';

    TextLine {
        runs = List.copyOf(runs);
    }

    /**
     * Letters of one typeface in one direction.
     *
     * @param glyphs as they stand; empty for a text that the first typeface shows letter by letter
     */
    record Run(Typeface typeface, String text, List<Glyph> glyphs, float width) {

        boolean plain() {
            return glyphs.isEmpty();
        }
    }

    /**
     * A form of a letter, or of a part of one.
     *
     * @param id in its typeface
     * @param x from the start of the run
     * @param y below the base line
     * @param text what it stands for; empty when a form beside it says it already
     */
    record Glyph(int id, float x, float y, String text) {}

    /** Sets a text; a {@link #FROM_THE_RIGHT} at its start tells of its paragraph. */
    static TextLine of(String text) {
        boolean fromTheRight = text.indexOf(FROM_THE_RIGHT) == 0;
        String words = fromTheRight ? text.substring(1) : text;
        if (words.isEmpty()) {
            return new TextLine(List.of());
        }
        Bidi bidi = new Bidi(words, fromTheRight ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        byte[] levels = new byte[bidi.getRunCount()];
        Integer[] order = new Integer[levels.length];
        for (int run = 0; run < levels.length; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            order[run] = run;
        }
        Bidi.reorderVisually(levels, 0, order, 0, order.length);
        List<Run> runs = new ArrayList<>();
        for (int run : order) {
            runs.addAll(directed(words.substring(bidi.getRunStart(run), bidi.getRunLimit(run)), levels[run] % 2 == 1));
        }
        return new TextLine(runs);
    }

    private static List<Run> directed(String text, boolean fromTheRight) {
        List<Run> runs = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        Typeface current = null;
        for (String letter : Typefaces.letters(text).toList()) {
            Typeface next = letter.codePoints().allMatch(Typefaces::isUnseen) && current != null
                    ? current
                    : Typefaces.of(letter).orElse(Typefaces.FIRST);
            if (current != null && next != current) {
                runs.add(run(current, words.toString(), fromTheRight));
                words.setLength(0);
            }
            current = next;
            words.append(letter);
        }
        if (current != null) {
            runs.add(run(current, words.toString(), fromTheRight));
        }
        if (fromTheRight) {
            Collections.reverse(runs);
        }
        return runs;
    }

    private static Run run(Typeface typeface, String text, boolean fromTheRight) {
        if (typeface.equals(Typefaces.FIRST) && !fromTheRight) {
            return new Run(typeface, text, List.of(), 0);
        }
        char[] letters = text.toCharArray();
        GlyphVector shaped = typeface.shaping()
                .layoutGlyphVector(
                        Typeface.EXACT,
                        letters,
                        0,
                        letters.length,
                        fromTheRight ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        float width = (float) shaped.getGlyphPosition(shaped.getNumGlyphs()).getX();
        return new Run(typeface, text, new GlyphText(typeface, text, shaped, fromTheRight).glyphs(), width);
    }
}
