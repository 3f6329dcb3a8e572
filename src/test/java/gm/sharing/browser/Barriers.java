package gm.sharing.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What axe finds on a page. */
public final class Barriers {

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final int WIDE = 1280;
    private static final int LESS_WIDE = 640;
    private static final int NARROW = 320;

    private Barriers() {}

    /**
     * What axe finds on a wide page and on a narrow one, the widths at which the page scrolls sideways, and where the reference of
     * a project is broken in two lines. A page of 640 pixels has the styles of the narrow one, so that axe is not asked there.
     */
    public static List<String> atEachWidth(Page page) {
        List<String> found = new ArrayList<>();
        for (int width : List.of(WIDE, LESS_WIDE, NARROW)) {
            page.setViewportSize(width, 900);
            if (width != LESS_WIDE) {
                barriers(page).forEach(barrier -> found.add(width + ": " + barrier));
            }
            if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
                found.add(width + ": scrolls sideways");
            }
            broken(page).forEach(where -> found.add(width + ": breaks a reference in " + where));
        }
        return found;
    }

    /** Where the page breaks the reference of a project. */
    @SuppressWarnings("unchecked")
    public static List<String> broken(Page page) {
        return (List<String>)
                page.evaluate(
                        """
                () => {
                    const found = [];
                    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                    while (texts.nextNode()) {
                        for (const reference of texts.currentNode.data.matchAll(/(?<!\\/)SJ-\\d{4}-\\d{4,6}/g)) {
                            const range = document.createRange();
                            range.setStart(texts.currentNode, reference.index);
                            range.setEnd(texts.currentNode, reference.index + reference[0].length);
                            if (new Set([...range.getClientRects()].map(line => line.top)).size > 1) {
                                found.push(texts.currentNode.parentElement.outerHTML);
                            }
                        }
                    }
                    return found;
                }""");
    }

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
