package gm.sharing.browser;

import com.microsoft.playwright.Page;
import gm.sharing.journeys.RestDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A lead who fills in forms on their pages in a browser, and a program that brings projects to the form in question. */
abstract class FormsInBrowser {

    static final String LEAD = "lead.salford";

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    Page page;

    RestDriver program;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void signIn() {
        program = new RestDriver(port, "demo");
        page = chromium.newPerson();
        signIn(page, LEAD);
    }

    void signIn(Page in, String who) {
        in.navigate(at("/login"));
        in.fill("#username", who);
        in.fill("#password", "demo");
        in.click("main button");
    }

    String at(String path) {
        return "http://localhost:" + port + path;
    }
}
