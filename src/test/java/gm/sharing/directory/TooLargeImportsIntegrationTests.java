package gm.sharing.directory;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever chooses a file that is too large is told so on the page that asks for it, however large it is. */
@Tag("one-database")
@DemoApplication
class TooLargeImportsIntegrationTests {

    private static final int MEGABYTE = 1024 * 1024;

    @LocalServerPort
    int port;

    /** More than an import takes, than a file may have, than a request may have, and much more. */
    @ParameterizedTest
    @CsvSource({
        "organisations, 6",
        "organisations, 20.5",
        "organisations, 22",
        "people, 6",
        "people, 20.5",
        "people, 22",
        "people, 60"
    })
    void areRefusedWithWhatToDo(String kind, double megabytes) {
        String page = "/organisations/import-" + kind;
        Visitor admin = Visitor.signedIn(port, "admin");

        HttpResponse<String> answer = admin.upload(page, "all.csv", new byte[(int) (megabytes * MEGABYTE)]);

        String shown = answer.statusCode() == 302
                ? admin.get(answer.headers()
                                .firstValue("Location")
                                .orElseThrow()
                                .replaceAll("^http://[^/]+", ""))
                        .body()
                : answer.body();
        assertThat(shown)
                .contains("There is a problem", "The file is larger than 5 MB. Split it", "Check the file</button>")
                .doesNotContain("too long to send at once");
    }

    @Test
    void leaveThePageAsItIsAfterwards() {
        Visitor admin = Visitor.signedIn(port, "admin");

        assertThat(admin.get("/organisations/import-people").body()).doesNotContain("There is a problem");
        assertThat(admin.get("/organisations/import-planets?too-large").statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellOthersNothing() {
        Visitor lead = Visitor.signedIn(port, "lead.manchester");

        assertThat(lead.get("/organisations/import-people?too-large").statusCode())
                .isEqualTo(403);
    }
}
