package gm.sharing.workflow.page;

import java.util.List;
import java.util.Map;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The Markdown of forms as HTML in GOV.UK's design; markup and addresses that run something are shown as text. */
final class ReadMarkdown {

    private static final Parser PARSER = Parser.builder().build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> design(node, attributes))
            .build();

    private ReadMarkdown() {}

    static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    private static void design(Node node, Map<String, String> attributes) {
        if (node instanceof Paragraph) {
            attributes.put("class", "govuk-body");
        } else if (node instanceof Heading heading) {
            attributes.put("class", heading(heading.getLevel()));
        } else if (node instanceof BulletList || node instanceof OrderedList) {
            attributes.put("class", "govuk-list");
        } else if (node instanceof BlockQuote) {
            attributes.put("class", "sj-quotation");
        } else if (node instanceof Link) {
            attributes.put("class", "govuk-link");
        }
    }

    private static String heading(int level) {
        return List.of("govuk-heading-xl", "govuk-heading-l", "govuk-heading-m").get(Math.min(level, 3) - 1);
    }
}
