package gm.sharing.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A typeface in a PDF whose text is written form by form instead of letter by letter. Each pair of a form and what it stands
 * for has a code of its own, so that the text can be read out of the PDF again.
 */
final class ShapedFont extends PDFont {

    /** Forms are handed to the renderer as letters of a plane that Unicode leaves to private use. */
    private static final int PRIVATE = 0xF0000;

    private final PDDocument document;
    private final TrueTypeFont program;
    private final PDType0Font embedded;
    private final Map<Form, Integer> codes = new LinkedHashMap<>();
    private final Map<Integer, Form> forms = new HashMap<>();
    private final Map<Integer, Float> advances = new HashMap<>();

    private record Form(int glyph, String text) {}

    private ShapedFont(PDDocument document, TrueTypeFont program, PDType0Font embedded) {
        super(embedded.getCOSObject());
        this.document = document;
        this.program = program;
        this.embedded = embedded;
    }

    static ShapedFont of(Typeface typeface, PDDocument document) throws IOException {
        TrueTypeFont program = typeface.program();
        return new ShapedFont(document, program, PDType0Font.load(document, program, true));
    }

    /** The private letter that shows this form and means this text. */
    int letter(int glyph, String text) {
        Form form = new Form(glyph, text);
        return PRIVATE
                + codes.computeIfAbsent(form, added -> {
                    int code = codes.size() + 1;
                    forms.put(code, added);
                    return code;
                });
    }

    /** How far this form leads, in thousandths of the size. */
    float advance(int glyph) {
        return advances.computeIfAbsent(glyph, this::readAdvance);
    }

    private float readAdvance(int glyph) {
        try {
            return program.getAdvanceWidth(glyph) * 1000f / program.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("The typeface cannot be read", e);
        }
    }

    @Override
    protected byte[] encode(int letter) {
        int code = letter - PRIVATE;
        return new byte[] {(byte) (code >> 8), (byte) code};
    }

    @Override
    public int readCode(InputStream in) throws IOException {
        return in.read() << 8 | in.read();
    }

    @Override
    public float getWidthFromFont(int code) {
        Form form = forms.get(code);
        return form == null ? 0 : advance(form.glyph());
    }

    /** Embeds the forms that were used, then says of each code which of them it is. */
    @Override
    public void subset() throws IOException {
        Set<Integer> glyphs = new HashSet<>();
        forms.values().forEach(form -> glyphs.add(form.glyph()));
        embedded.addGlyphsToSubset(glyphs);
        embedded.subset();
        COSDictionary type0 = getCOSObject();
        COSArray descendants = type0.getCOSArray(COSName.DESCENDANT_FONTS);
        COSDictionary cidFont = (COSDictionary) descendants.getObject(0);
        byte[] places = new PDStream((COSStream) cidFont.getDictionaryObject(COSName.CID_TO_GID_MAP)).toByteArray();
        cidFont.setItem(COSName.CID_TO_GID_MAP, stream(places(places)));
        cidFont.setItem(COSName.W, widths());
        // It lists the original codes, and only PDF/A asks for it.
        cidFont.getCOSDictionary(COSName.FONT_DESC).removeItem(COSName.CID_SET);
        type0.setItem(COSName.TO_UNICODE, stream(meanings().getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] places(byte[] subset) {
        byte[] places = new byte[2 * (forms.size() + 1)];
        forms.forEach((code, form) -> {
            if (2 * form.glyph() + 1 < subset.length) {
                places[2 * code] = subset[2 * form.glyph()];
                places[2 * code + 1] = subset[2 * form.glyph() + 1];
            }
        });
        return places;
    }

    private COSArray widths() {
        COSArray each = new COSArray();
        for (int code = 1; code <= forms.size(); code++) {
            each.add(new COSFloat(getWidthFromFont(code)));
        }
        COSArray widths = new COSArray();
        widths.add(COSInteger.get(1));
        widths.add(each);
        return widths;
    }

    private String meanings() {
        StringBuilder cmap = new StringBuilder(
                """
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        forms.forEach((code, form) -> cmap.append("1 beginbfchar\n<%04X> <%s>\nendbfchar\n"
                .formatted(
                        code,
                        HexFormat.of().withUpperCase().formatHex(form.text().getBytes(StandardCharsets.UTF_16BE)))));
        return cmap.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private COSStream stream(byte[] content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
        return stream;
    }

    @Override
    public boolean willBeSubset() {
        return true;
    }

    @Override
    public void addToSubset(int letter) {
        // Each form is noted when its letter is asked for.
    }

    @Override
    public PDFontDescriptor getFontDescriptor() {
        return embedded.getFontDescriptor();
    }

    @Override
    public String getName() {
        return getCOSObject().getNameAsString(COSName.BASE_FONT);
    }

    @Override
    public BoundingBox getBoundingBox() throws IOException {
        return embedded.getBoundingBox();
    }

    @Override
    @SuppressWarnings("deprecation") // Abstract above, so that it has to be there.
    public float getHeight(int code) throws IOException {
        return getBoundingBox().getHeight();
    }

    @Override
    public boolean hasExplicitWidth(int code) {
        return forms.containsKey(code);
    }

    @Override
    protected float getStandard14Width(int code) {
        throw new UnsupportedOperationException("It is embedded");
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public boolean isDamaged() {
        return false;
    }

    @Override
    public boolean isVertical() {
        return false;
    }
}
