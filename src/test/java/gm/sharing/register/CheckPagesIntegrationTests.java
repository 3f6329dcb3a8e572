package gm.sharing.register;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** Files as a browser sends them, to the real web server. */
@Tag("one-database")
@DemoApplication
class CheckPagesIntegrationTests {

    @Autowired
    TestRestTemplate browser;

    @Test
    void takesAFileWithoutASession() {
        var answer = send(new byte[1_000]);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody())
                .contains("Nothing with this digest was published here.")
                .contains("541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53");
        assertThat(answer.getHeaders()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void saysThatAFileIsTooLarge() {
        var answer = send(new byte[30 * 1024 * 1024]);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody()).contains("It is larger than 20 MB, which no agreement is.");
    }

    private ResponseEntity<String> send(byte[] file) {
        var parts = new LinkedMultiValueMap<String, Object>();
        parts.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return "agreement.pdf";
            }
        });
        return browser.postForEntity("/register/check", parts, String.class);
    }
}
