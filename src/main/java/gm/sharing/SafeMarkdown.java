package gm.sharing;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Texts in Markdown as HTML in the look of the pages. HTML within them is shown as it is written, links lead nowhere but to
 * addresses, so that whoever may write a text can write no script.
 */
public final class SafeMarkdown {

    /** Not within a link that is already one. */
    private static final Pattern ADDRESS = Pattern.compile("(?<![\\w(<\\[/\"])https?://[^\\s<>()]*[^\\s<>().,;:]");

    private static final String LIST = "govuk-list";

    /** Of headings by their level, the last also for all below it. */
    private static final List<String> SIZES = List.of("govuk-heading-xl", "govuk-heading-l", "govuk-heading-m");

    /** Forms show tables to people, as Tasklist does. */
    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> design(node, attributes))
            .nodeRendererFactory(WholeReferences::new)
            .build();

    private static final String WIDE =
            String.join(" ", "<div", "class=\"sj-wide\"", "role=\"group\"", "tabindex=\"0\"", "aria-label=\"Table\">");

    private SafeMarkdown() {}

    /** The text with its headings at the levels that it gives them. */
    public static String html(String markdown) {
        return written(PARSER.parse(linked(markdown)));
    }

    /** The text as a part of a page: all its headings are of one level. */
    public static String html(String markdown, int level) {
        Node text = PARSER.parse(linked(markdown));
        text.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(level);
            }
        });
        return written(text);
    }

    /** A wide table moves sideways within its page; no text can hold a tag, so each is a table of ours. */
    private static String written(Node text) {
        return RENDERER.render(text).replace("<table", WIDE + "<table").replace("</table>", "</table></div>");
    }

    /** Models name addresses without more. */
    private static String linked(String markdown) {
        return ADDRESS.matcher(markdown).replaceAll("<$0>");
    }

    private static void design(Node node, Map<String, String> attributes) {
        if (node instanceof Paragraph) {
            attributes.put("class", "govuk-body");
        } else if (node instanceof Heading heading) {
            attributes.put("class", SIZES.get(Math.min(heading.getLevel(), SIZES.size()) - 1));
        } else if (node instanceof BulletList) {
            attributes.put("class", String.join(" ", LIST, "govuk-list--bullet"));
        } else if (node instanceof OrderedList) {
            attributes.put("class", String.join(" ", LIST, "govuk-list--number"));
        } else if (node instanceof BlockQuote) {
            attributes.put("class", "govuk-inset-text");
        } else if (node instanceof Link) {
            attributes.put("class", "govuk-link");
        } else if (node instanceof TableBlock) {
            attributes.put("class", "govuk-table sj-cards");
            attributes.put("role", "table");
        } else if (node instanceof TableHead || node instanceof TableBody) {
            attributes.put("role", "rowgroup");
        } else if (node instanceof TableRow) {
            attributes.put("role", "row");
        } else if (node instanceof TableCell cell) {
            attributes.put("class", cell.isHeader() ? "govuk-table__header" : "govuk-table__cell");
            attributes.put("role", cell.isHeader() ? "columnheader" : "cell");
            if (!cell.isHeader()) {
                attributes.put("data-label", columnOf(cell));
            }
        }
    }

    /** On a telephone each row is a card, in which the name of its column stands before what is in a cell. */
    private static String columnOf(TableCell cell) {
        Node column = cell.getParent()
                .getParent()
                .getParent()
                .getFirstChild()
                .getFirstChild()
                .getFirstChild();
        for (Node before = cell.getPrevious(); before != null && column != null; before = before.getPrevious()) {
            column = column.getNext();
        }
        StringBuilder name = new StringBuilder();
        if (column != null) {
            column.accept(new AbstractVisitor() {
                @Override
                public void visit(Text text) {
                    name.append(text.getLiteral());
                }
            });
        }
        return name.toString();
    }
}
