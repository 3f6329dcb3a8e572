package gm.sharing.document;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** A typeface that documents are set in. Its file is read when a letter is first looked for in it. */
final class Typeface {

    /** Positions of letters are told in this part of the size of the text, as PDF does. */
    static final int UNITS = 1000;

    /** Neither rounded nor fitted to a screen. */
    static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final String file;
    private final Map<Integer, Float> advances = new ConcurrentHashMap<>();
    private volatile @Nullable CmapLookup letters;
    private volatile @Nullable Font shaping;

    /**
     * @param file on the class path, TrueType
     */
    Typeface(String file) {
        this.file = file;
    }

    boolean has(int codePoint) {
        return glyph(codePoint).isPresent();
    }

    /** The form of this letter when it stands alone. */
    Optional<Integer> glyph(int codePoint) {
        int glyph = letters().getGlyphId(codePoint);
        return glyph == 0 ? Optional.empty() : Optional.of(glyph);
    }

    /** The letters that this form alone shows. */
    Stream<String> letters(int glyph) {
        List<Integer> codes = letters().getCharCodes(glyph);
        return codes == null ? Stream.empty() : codes.stream().map(Character::toString);
    }

    private CmapLookup letters() {
        CmapLookup known = letters;
        if (known == null) {
            known = readLetters();
            letters = known;
        }
        return known;
    }

    private CmapLookup readLetters() {
        try (TrueTypeFont program = program()) {
            return program.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException("The typeface " + file + " cannot be read", e);
        }
    }

    /** The whole of it, to be embedded into one PDF. */
    TrueTypeFont program() throws IOException {
        TrueTypeFont program = new TTFParser().parse(new RandomAccessReadBuffer(bytes()));
        // PDFBox looks for ligatures anew in every piece of text, which took two thirds of a document's time.
        program.setEnableGsub(false);
        return program;
    }

    /** For the shaping of scripts whose letters change by their neighbours; Java has HarfBuzz for it. */
    Font shaping() {
        Font known = shaping;
        if (known == null) {
            known = readShaping();
            shaping = known;
        }
        return known;
    }

    /** How far this form leads by itself; 0 for a mark on another one. */
    float advance(int glyph) {
        return advances.computeIfAbsent(glyph, form -> shaping()
                .createGlyphVector(EXACT, new int[] {form})
                .getGlyphMetrics(0)
                .getAdvance());
    }

    private Font readShaping() {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes()))
                    .deriveFont((float) UNITS);
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException("The typeface " + file + " cannot be read", e);
        }
    }

    private byte[] bytes() throws IOException {
        return new ClassPathResource(file).getContentAsByteArray();
    }

    @Override
    public String toString() {
        return file;
    }
}
