package gm.sharing.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Documents as the application makes them, without the application. */
public final class DocumentFixture {

    private static final DocumentRenderer RENDERER = new DocumentRenderer(templates());

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\u00A0]+");
    private static final Pattern LEADER = Pattern.compile("(?:\\.\\s*){5,}\\d+");

    private DocumentFixture() {}

    private static SpringTemplateEngine templates() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    public static String article(Document document) {
        return RENDERER.article(document);
    }

    public static byte[] pdf(Document document) {
        return pdf(document, article(document));
    }

    static byte[] pdf(Document document, String article) {
        return RENDERER.pdf(document, article);
    }

    public static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Everything that the article shows or has read out, in order, each text as one line. */
    public static List<String> textNodes(String article) throws Exception {
        List<String> texts = new ArrayList<>();
        texts(parsed(article), texts);
        return texts;
    }

    private static void texts(Node node, List<String> texts) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            var text = WHITE_SPACE.matcher(node.getNodeValue()).replaceAll(" ").strip();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            texts(child, texts);
        }
    }

    private static Node parsed(String article) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(article.strip())))
                .getDocumentElement();
    }

    /** The words of the article without the white space between them; what only names tables for those who hear them is left out. */
    public static String words(String article) throws Exception {
        var words = new StringBuilder();
        collect(parsed(article), words);
        return WHITE_SPACE.matcher(words).replaceAll("");
    }

    private static void collect(Node node, StringBuilder words) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            words.append(node.getNodeValue());
        } else if (!Set.of("caption", "svg").contains(node.getNodeName())) {
            for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                collect(child, words);
            }
        }
    }

    /** The same of the PDF, in the order of its tags, as screen readers read it; the list of contents without its page numbers. */
    public static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            Map<COSBase, Map<Integer, String>> pieces = new HashMap<>();
            for (var page : document.getPages()) {
                var extractor = new PDFMarkedContentExtractor();
                extractor.processPage(page);
                Map<Integer, String> ofPage = new HashMap<>();
                extractor.getMarkedContents().forEach(content -> collect(content, ofPage));
                pieces.put(page.getCOSObject(), ofPage);
            }
            var words = document.getDocumentCatalog().getStructureTreeRoot().getKids().stream()
                    .flatMap(kid -> texts(kid, null, pieces))
                    .map(TextOfPage::text)
                    .collect(Collectors.joining(" "));
            return WHITE_SPACE.matcher(LEADER.matcher(words).replaceAll("")).replaceAll("");
        }
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> pieces) {
        var text = new StringBuilder();
        for (var part : content.getContents()) {
            if (part instanceof TextPosition position) {
                text.append(position.getUnicode());
            } else if (part instanceof PDMarkedContent inner) {
                collect(inner, pieces);
            }
        }
        if (content.getMCID() >= 0) {
            pieces.merge(content.getMCID(), text.toString(), String::concat);
        }
    }

    /** In the order of the tags. The heading of a column that comes again on the next page is tagged with the first one and counts once. */
    private static Stream<TextOfPage> texts(
            Object kid, @Nullable COSBase page, Map<COSBase, Map<Integer, String>> pieces) {
        if (kid instanceof PDStructureElement element) {
            var own = page(element.getPage(), page);
            var texts = element.getKids().stream()
                    .flatMap(inner -> texts(inner, own, pieces))
                    .toList();
            return texts.stream()
                    .filter(text -> !element.getStructureType().equals("TH")
                            || text.page() == texts.get(0).page());
        }
        if (kid instanceof PDMarkedContentReference reference) {
            var own = page(reference.getPage(), page);
            return Stream.of(new TextOfPage(own, pieces.get(own).get(reference.getMCID())));
        }
        return kid instanceof Integer mcid
                ? Stream.of(new TextOfPage(page, pieces.get(page).get(mcid)))
                : Stream.empty();
    }

    private static @Nullable COSBase page(@Nullable PDPage own, @Nullable COSBase page) {
        return own == null ? page : own.getCOSObject();
    }

    private record TextOfPage(@Nullable COSBase page, String text) {}

    public static void assertIsPdfUa(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            assertThat(validator.validate(parser).getTestAssertions())
                    .filteredOn(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .extracting(assertion -> assertion.getRuleId() + ": " + assertion.getMessage())
                    .isEmpty();
        }
    }
}
