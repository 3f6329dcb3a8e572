package gm.sharing.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes documents from one template: the article for pages, and the same article as PDF/UA. */
@Component
public class DocumentRenderer {

    private static final String TYPEFACE = "Liberation Sans";

    private static final String WATERMARK = "DRAFT";
    private static final float WATERMARK_SIZE = 190;
    private static final Color PALE = new Color(0xF0F2F2);

    /** What no XML document may hold; it comes in when text is pasted. */
    private static final Pattern NOT_PRINTABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** Thymeleaf writes some of it, as a NUL or half of a pair, as references. */
    private static final Pattern REFERENCE = Pattern.compile("&#(\\d{1,7});");

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ITemplateEngine templates;
    private final String styles;

    DocumentRenderer(ITemplateEngine templates) {
        this.templates = templates;
        this.styles = text("static/css/document.css") + text("templates/document/print.css");
    }

    /** Accessible HTML, without the page around it. */
    public String article(Document document) {
        return printable(templates.process("document/article", context(Map.of("document", document))));
    }

    /** Tagged PDF of the article. */
    public byte[] pdf(Document document, String article) {
        String page = templates.process(
                "document/print", context(Map.of("document", document, "styles", styles, "article", article)));
        return pdf(printable(page), document.draft() != null);
    }

    private static Context context(Map<String, Object> variables) {
        return new Context(Locale.UK, variables);
    }

    private static String printable(String text) {
        String referred = REFERENCE
                .matcher(text)
                .replaceAll(reference -> isPrintable(Integer.parseInt(reference.group(1))) ? "$0" : "");
        return NOT_PRINTABLE.matcher(referred).replaceAll("");
    }

    private static boolean isPrintable(int codePoint) {
        return Character.isValidCodePoint(codePoint)
                && !NOT_PRINTABLE.matcher(Character.toString(codePoint)).find();
    }

    private static byte[] pdf(String page, boolean draft) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument();
                PdfBoxRenderer renderer = builder(document, page).buildPdfRenderer()) {
            renderer.getSharedContext().setTextRenderer(new ShapingTextRenderer(document, renderer.getSharedContext()));
            renderer.createPDFWithoutClosing();
            if (draft) {
                markAsDraft(document);
            }
            document.save(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException("The document cannot be written as PDF", e);
        }
        return pdf.toByteArray();
    }

    private static PdfRendererBuilder builder(PDDocument document, String page) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.usePdfUaAccessibility(true);
        builder.useFont(new PDFontSupplier(font(document, "Regular")), TYPEFACE, 400, FontStyle.NORMAL, true);
        builder.useFont(new PDFontSupplier(font(document, "Bold")), TYPEFACE, 700, FontStyle.NORMAL, true);
        // All of a document is in it: whatever somebody wrote, nothing is read from elsewhere.
        builder.useExternalResourceAccessControl(
                (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        if (BaseDirection.matters(page)) {
            builder.useUnicodeBidiSplitter(BaseDirection::splitter);
            builder.useUnicodeBidiReorderer(new BaseDirection());
        }
        builder.useSVGDrawer(new FigureDrawer(TYPEFACE));
        // The PDF takes the description of a picture from an attribute that HTML has for other pictures only.
        builder.withHtmlContent(page.replace(" aria-label=\"", " alt=\""), null);
        return builder;
    }

    /** Puts a watermark behind every page; screen readers pass over it, and each page's head says the same. */
    private static void markAsDraft(PDDocument pdf) throws IOException {
        PDFont font = font(pdf, "Bold");
        for (PDPage page : pdf.getPages()) {
            PDRectangle paper = page.getMediaBox();
            float middle = font.getStringWidth(WATERMARK) / 1000 * WATERMARK_SIZE / 2;
            Matrix place = Matrix.getTranslateInstance(paper.getWidth() / 2, paper.getHeight() / 2);
            place.concatenate(Matrix.getRotateInstance(Math.atan2(paper.getHeight(), paper.getWidth()), 0, 0));
            place.concatenate(Matrix.getTranslateInstance(-middle, -WATERMARK_SIZE / 3));
            try (PDPageContentStream canvas = new PDPageContentStream(pdf, page, AppendMode.PREPEND, true, true)) {
                canvas.beginMarkedContent(COSName.ARTIFACT);
                canvas.setNonStrokingColor(PALE);
                canvas.beginText();
                canvas.setFont(font, WATERMARK_SIZE);
                canvas.setTextMatrix(place);
                canvas.showText(WATERMARK);
                canvas.endText();
                canvas.endMarkedContent();
            }
        }
    }

    /** Without ligatures: PDFBox looks for them anew in every piece of text, which took two thirds of a document's time. */
    private static PDFont font(PDDocument document, String style) throws IOException {
        TrueTypeFont typeface =
                new TTFParser().parse(new RandomAccessReadBuffer(bytes("liberation/LiberationSans-" + style + ".ttf")));
        typeface.setEnableGsub(false);
        return PDType0Font.load(document, typeface, true);
    }

    private static String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String path) {
        try {
            return new ClassPathResource(path).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
