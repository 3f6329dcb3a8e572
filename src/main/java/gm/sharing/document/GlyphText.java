package gm.sharing.document;

import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells of each form what it stands for, so that a text that is copied or read out is the text that was typed: forms of one
 * syllable stand in another order than its letters, and there may be more or fewer of them.
 */
final class GlyphText {

    /** Java's word for what has no form, for example a joiner. */
    private static final int NO_FORM = 0xFFFE;

    private final Typeface typeface;
    private final String text;
    private final GlyphVector shaped;
    private final boolean fromTheRight;
    private final NavigableSet<Integer> syllables;

    GlyphText(Typeface typeface, String text, GlyphVector shaped, boolean fromTheRight) {
        this.typeface = typeface;
        this.text = text;
        this.shaped = shaped;
        this.fromTheRight = fromTheRight;
        this.syllables = syllables();
    }

    /** Where forms begin and letters as well: neither is parted. */
    private NavigableSet<Integer> syllables() {
        Set<Integer> forms = IntStream.range(0, shaped.getNumGlyphs())
                .mapToObj(shaped::getGlyphCharIndex)
                .collect(Collectors.toSet());
        NavigableSet<Integer> starts = new TreeSet<>(Set.of(0));
        int start = 0;
        for (String letter : Typefaces.letters(text).toList()) {
            if (forms.contains(start)) {
                starts.add(start);
            }
            start += letter.length();
        }
        return starts;
    }

    /** In the order in which they stand. */
    List<TextLine.Glyph> glyphs() {
        int count = shaped.getNumGlyphs();
        List<TextLine.Glyph> glyphs = new ArrayList<>();
        String before = "";
        for (int read = 0; read < count; ) {
            int start = syllable(read);
            List<Integer> forms = new ArrayList<>();
            while (read < count && syllable(read) == start) {
                if (shaped.getGlyphCode(place(read)) < NO_FORM) {
                    forms.add(place(read));
                }
                read++;
            }
            Integer next = syllables.higher(start);
            before = add(before + text.substring(start, next == null ? text.length() : next), forms, glyphs);
        }
        if (!before.isEmpty() && !glyphs.isEmpty()) {
            TextLine.Glyph last = glyphs.remove(glyphs.size() - 1);
            glyphs.add(new TextLine.Glyph(last.id(), last.x(), last.y(), last.text() + before));
        }
        if (fromTheRight) {
            Collections.reverse(glyphs);
        }
        return glyphs;
    }

    private int syllable(int read) {
        return syllables.floor(shaped.getGlyphCharIndex(place(read)));
    }

    private int place(int read) {
        return fromTheRight ? shaped.getNumGlyphs() - 1 - read : read;
    }

    /**
     * Gives each form the next letter and the last one the rest. Where a script runs from the left, marks mean nothing by
     * themselves: readers of PDF would put them onto the next syllable. What is left where nothing has a form goes with the
     * next syllable.
     */
    private String add(String syllable, List<Integer> forms, List<TextLine.Glyph> glyphs) {
        if (forms.isEmpty()) {
            return syllable;
        }
        List<Integer> telling = forms.stream()
                .filter(place -> fromTheRight || forms.size() == 1 || takesRoom(place))
                .toList();
        String letters = telling.size() > syllable.codePointCount(0, syllable.length())
                ? Normalizer.normalize(syllable, Normalizer.Form.NFD)
                : syllable;
        int start = 0;
        float right = 0;
        for (int place : forms) {
            int end = start;
            if (telling.isEmpty() || place == telling.get(telling.size() - 1)) {
                end = letters.length();
            } else if (telling.contains(place) && start < letters.length()) {
                end = letters.offsetByCodePoints(start, 1);
            }
            int glyph = shaped.getGlyphCode(place);
            Point2D at = shaped.getGlyphPosition(place);
            String meaning = letters.substring(start, end);
            glyphs.add(new TextLine.Glyph(
                    glyph, (float) at.getX(), (float) at.getY(), fromTheRight ? asSeen(meaning, glyph) : meaning));
            start = end;
            right = Math.max(right, (float) at.getX() + typeface.advance(glyph));
        }
        if (!fromTheRight && !takesRoom(forms.get(forms.size() - 1))) {
            closeGap(right, glyphs);
        }
        return "";
    }

    /** Readers of PDF would see a space between a mark, which takes no room, and what follows: nothing, up to there, is none. */
    private void closeGap(float right, List<TextLine.Glyph> glyphs) {
        typeface.glyph(' ')
                .ifPresent(blank -> glyphs.add(new TextLine.Glyph(blank, right - typeface.advance(blank), 0, "")));
    }

    private boolean takesRoom(int place) {
        return typeface.advance(shaped.getGlyphCode(place)) > 0;
    }

    /**
     * Those who read a PDF turn each line that runs from the right, and brackets with it; what is joined into one form they
     * know by its own letter.
     */
    private String asSeen(String meaning, int glyph) {
        boolean bracket = meaning.length() == 1 && Character.isMirrored(meaning.charAt(0));
        if (!bracket && meaning.length() < 2) {
            return meaning;
        }
        return typeface.letters(glyph)
                .filter(letter -> bracket
                        || Normalizer.normalize(letter, Normalizer.Form.NFKC).equals(meaning))
                .findFirst()
                .orElse(meaning);
    }
}
