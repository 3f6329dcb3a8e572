package gm.sharing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The machine's own Chromium, started once for all test classes of a virtual machine; each class has its own people. Where there
 * is none, tests are skipped with the reason; in CI they fail. The one that never had windows does the same pages with less work.
 */
public final class Chromium implements AutoCloseable {

    private static final int PATIENCE = 120_000; // milliseconds, for machines that are busy

    private static @Nullable Browser running;

    private final Browser browser;
    private final List<BrowserContext> people = new ArrayList<>();

    private Chromium(Browser browser) {
        this.browser = browser;
    }

    private static synchronized Browser running(Path executable) {
        if (running == null) {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            running = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close Chromium"));
        }
        return running;
    }

    public static Chromium start() {
        var executable = Stream.of(
                        "/usr/bin/chromium-headless-shell",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (executable.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail("No Chromium on this machine: .ci/run installs it.");
        }
        Assumptions.assumeTrue(
                executable.isPresent(), "No Chromium on this machine (apt-get install chromium-headless-shell).");
        return new Chromium(running(executable.orElseThrow()));
    }

    /** A page with cookies of its own: one signed-in person each. */
    public Page newPerson() {
        return newPerson("en-GB", "Europe/London");
    }

    /** The same with a browser in this language and time zone. */
    Page newPerson(String locale, String zone) {
        var person = browser.newContext(new Browser.NewContextOptions()
                .setLocale(locale)
                .setTimezoneId(zone)
                .setViewportSize(1400, 1000));
        people.add(person);
        var page = person.newPage();
        page.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return page;
    }

    /** The class's people leave. */
    @Override
    public void close() {
        people.forEach(BrowserContext::close);
    }
}
