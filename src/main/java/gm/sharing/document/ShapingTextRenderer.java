package gm.sharing.document;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.FontContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.pdfboxout.PdfBoxFontContext;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontDescription;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.pdfboxout.PdfBoxTextRenderer;
import com.openhtmltopdf.render.AbstractOutputDevice;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.JustificationInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Writes into one PDF what its first typeface cannot show, or not from left to right and letter by letter. */
final class ShapingTextRenderer extends PdfBoxTextRenderer {

    private static final int REMEMBERED = 2_000;
    private static final float EXACT = 0.5f;
    private static final int NORMAL = 400;

    private static final FontContext NONE = new PdfBoxFontContext();

    private final PDDocument document;
    private final SharedContext context;
    private final Map<Typeface, Embedded> embedded = new HashMap<>();
    private final Map<String, TextLine> lines = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TextLine> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Embedded(ShapedFont font, FontDescription description) {}

    /**
     * @param context knows the document's own typeface
     */
    ShapingTextRenderer(PDDocument document, SharedContext context) {
        this.document = document;
        this.context = context;
    }

    @Override
    public int getWidth(FontContext context, FSFont font, String text) {
        if (Typefaces.isPlain(text)) {
            return super.getWidth(context, font, text);
        }
        float width = 0;
        for (TextLine.Run run : line(text).runs()) {
            width += width(run, font);
        }
        return (int) Math.ceil(width);
    }

    private float width(TextLine.Run run, FSFont font) {
        return run.plain() ? super.getWidth(NONE, font, run.text()) : run.width() * font.getSize2D() / Typeface.UNITS;
    }

    private TextLine line(String text) {
        return lines.computeIfAbsent(text, TextLine::of);
    }

    @Override
    public void drawString(OutputDevice device, String text, float x, float y, JustificationInfo info) {
        if (Typefaces.isPlain(text)) {
            super.drawString(device, text, x, y, info);
        } else {
            drawString(device, text, x, y);
        }
    }

    @Override
    public void drawString(OutputDevice device, String text, float x, float y) {
        if (Typefaces.isPlain(text)) {
            super.drawString(device, text, x, y);
            return;
        }
        FontSpecification specification = ((AbstractOutputDevice) device).getFontSpecification();
        FSFont font = context.getFont(specification);
        float at = x;
        for (TextLine.Run run : line(text).runs()) {
            if (run.plain()) {
                super.drawString(device, run.text(), at, y);
            } else {
                draw(run, (PdfBoxOutputDevice) device, at, y, font.getSize2D());
            }
            at += width(run, font);
        }
    }

    /** Forms that follow each other as their typeface has it are written at once, others where they belong. */
    private void draw(TextLine.Run run, PdfBoxOutputDevice page, float x, float y, float size) {
        Embedded typeface = embedded.computeIfAbsent(run.typeface(), this::embed);
        float unit = size / Typeface.UNITS;
        StringBuilder letters = new StringBuilder();
        float startX = 0;
        float startY = 0;
        float next = 0;
        for (TextLine.Glyph glyph : run.glyphs()) {
            if (!letters.isEmpty() && (Math.abs(glyph.x() - next) > EXACT || Math.abs(glyph.y() - startY) > EXACT)) {
                page.drawStringFast(
                        letters.toString(), x + startX * unit, y + startY * unit, null, typeface.description(), size);
                letters.setLength(0);
            }
            if (letters.isEmpty()) {
                startX = glyph.x();
                startY = glyph.y();
            }
            letters.appendCodePoint(typeface.font().letter(glyph.id(), glyph.text()));
            next = glyph.x() + typeface.font().advance(glyph.id());
        }
        page.drawStringFast(
                letters.toString(), x + startX * unit, y + startY * unit, null, typeface.description(), size);
    }

    private Embedded embed(Typeface typeface) {
        try {
            ShapedFont font = ShapedFont.of(typeface, document);
            return new Embedded(font, new FontDescription(font, IdentValue.NORMAL, NORMAL));
        } catch (IOException e) {
            throw new UncheckedIOException("The typeface " + typeface + " cannot be embedded", e);
        }
    }
}
