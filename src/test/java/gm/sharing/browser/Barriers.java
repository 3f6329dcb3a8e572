package gm.sharing.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds on a page. */
public final class Barriers {

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Barriers() {}

    /**
     * Rules that the page breaks. After a click it may still wait for its styles, without which its links are small.
     *
     * <p>The page has no frames, for whose sake {@code AxeBuilder} opens another page each time, which takes ten times as long.
     */
    @SuppressWarnings("unchecked")
    public static List<String> barriers(Page page) {
        page.waitForLoadState();
        if (page.frames().size() > 1) {
            throw new IllegalArgumentException(page.url() + " has frames");
        }
        if (page.evaluate("() => typeof axe").equals("undefined")) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return (List<String>) page.evaluate(
                """
                tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})
                    .then(found => found.violations.map(rule => rule.id + ': ' + rule.nodes[0].html))""",
                WCAG);
    }
}
