package gm.sharing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium. Where there is none, tests are skipped with the reason; in CI they fail. */
public final class Chromium implements AutoCloseable {

    private static final int PATIENCE = 30_000; // milliseconds, for machines that are busy

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
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
    }

    public static Chromium start() {
        var executable = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (executable.isEmpty() && "true".equals(System.getenv("CI"))) {
            Assertions.fail("No Chromium on this machine: .ci/run installs it.");
        }
        Assumptions.assumeTrue(executable.isPresent(), "No Chromium on this machine (apt-get install chromium).");
        return new Chromium(executable.orElseThrow());
    }

    /** A page with cookies of its own: one signed-in person each. */
    public Page newPerson() {
        return newPerson("en-GB", "Europe/London");
    }

    /** The same with a browser in this language and time zone. */
    Page newPerson(String locale, String zone) {
        var page = browser.newContext(new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setTimezoneId(zone)
                        .setViewportSize(1400, 1000))
                .newPage();
        page.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
