package gm.sharing.about;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a public service says of itself, to everybody. */
@Tag("one-database")
@DemoApplication
class AboutPagesIntegrationTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "/accessibility,Accessibility statement,Equality Advisory and Support Service",
        "/privacy,Privacy notice,Information Commissioner",
        "/cookies,Cookies,JSESSIONID"
    })
    void saysItToEverybody(String path, String heading, String words) {
        var page = Visitor.browser(port).get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(">" + heading + "</h1>", words, "govuk-body")
                .doesNotContain("{run-by}", "{contact}");
    }

    @Test
    void isLinkedFromTheFootOfEveryPage() {
        assertThat(Visitor.browser(port).get("/register").body())
                .contains("href=\"/accessibility\"", "href=\"/privacy\"", "href=\"/cookies\"");
    }

    @Test
    void namesEveryCookieThatTheServiceSets() {
        var visitor = Visitor.browser(port);
        visitor.get("/projects");
        visitor.signIn("ig.bolton", "demo");
        visitor.get("/camunda/app/tasklist/default/");
        var cookies = visitor.get("/cookies").body();

        assertThat(visitor.cookieNames()).isNotEmpty().allSatisfy(name -> assertThat(cookies)
                .contains("<strong>" + name + "</strong>"));
    }
}
