package gm.sharing;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes the words of a text so that no reference of a project is broken in two lines. */
final class WholeReferences implements NodeRenderer {

    /** Not as a part of an address. */
    private static final Pattern REFERENCE = Pattern.compile("(?<![\\w/])SJ-\\d{4}-\\d{4,6}");

    private final HtmlWriter writer;

    WholeReferences(HtmlNodeRendererContext context) {
        writer = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Text.class);
    }

    @Override
    public void render(Node node) {
        String words = ((Text) node).getLiteral();
        Matcher found = REFERENCE.matcher(words);
        int written = 0;
        while (found.find()) {
            writer.text(words.substring(written, found.start()));
            writer.tag("span", Map.of("class", "sj-unbroken"));
            writer.text(found.group());
            writer.tag("/span");
            written = found.end();
        }
        writer.text(words.substring(written));
    }
}
