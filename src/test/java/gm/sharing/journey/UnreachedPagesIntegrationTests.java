package gm.sharing.journey;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees whom notices do not reach, and sends again. */
@DemoApplication
class UnreachedPagesIntegrationTests {

    private static final String OFFICER = "caldicott.bolton";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void missed() {
        jdbc.sql("insert into notice (about, recipient, reference, subject, body, status, written_at, settled_at)"
                        + " values ('missed', :who, '', 's', 'b', 'REFUSED', current_timestamp, current_timestamp)")
                .param("who", OFFICER)
                .update();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from notice where about = 'missed'").update();
    }

    @ParameterizedTest
    @CsvSource({
        // person, the page, whether it names the officer, sending again
        "admin, 200, true, 302",
        "admin.bolton, 200, true, 302",
        "admin.salford, 200, false, 403",
        "lead.manchester, 403, false, 403",
        "caldicott.bolton, 403, false, 403",
        "ig.bolton, 403, false, 403",
        "board, 403, false, 403",
        "owner, 403, false, 403"
    })
    void isForAdministratorsOfThePerson(String who, int page, boolean named, int sendAgain) {
        var visitor = Visitor.signedIn(port, who);

        var answer = visitor.get("/unreached");
        assertThat(answer.statusCode()).isEqualTo(page);
        assertThat(answer.body().contains(OFFICER)).isEqualTo(named);
        assertThat(visitor.submit("/absence", "/unreached/" + OFFICER + "/send-again", Map.of())
                        .statusCode())
                .isEqualTo(sendAgain);
        assertThat(status().equals("REFUSED")).isEqualTo(sendAgain != 302);
    }

    @Test
    void saysSinceWhenAndWhyAndWhatToDo() {
        assertThat(Visitor.signedIn(port, "admin.bolton").get("/unreached").body())
                .contains(
                        "The email address is not valid, or the mail server there refuses it for good.",
                        "Ask the person for the right address and have it entered. Then send again.");
    }

    @Test
    void showsAnOrganisationItsOwnHoweverManyOthersWereNotReachedLonger() {
        jdbc.sql("update notice set settled_at = :now where about = 'missed'")
                .param("now", OffsetDateTime.now(ZoneOffset.UTC).plusDays(1))
                .update();
        for (int other = 0; other < 501; other++) {
            jdbc.sql("insert into notice (about, recipient, reference, subject, body, status, written_at, settled_at)"
                            + " values ('others', :who, '', 's', 'b', 'REFUSED', current_timestamp, current_timestamp)")
                    .param("who", "somebody." + other)
                    .update();
        }
        try {
            assertThat(Visitor.signedIn(port, "admin.bolton").get("/unreached").body())
                    .contains(OFFICER);
            assertThat(Visitor.signedIn(port, "admin").get("/unreached").body()).doesNotContain(OFFICER);
        } finally {
            jdbc.sql("delete from notice where about = 'others'").update();
        }
    }

    @Test
    void refusesToSendAgainWhatCannotArrive() {
        jdbc.sql("update notice set recipient = 'nobody.here' where about = 'missed'")
                .update();

        var answer = Visitor.signedIn(port, "admin").submit("/absence", "/unreached/nobody.here/send-again", Map.of());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Nothing can be sent");
        assertThat(status()).isEqualTo("REFUSED");
    }

    @Test
    void isClosedToThoseWhoAreNotSignedIn() {
        assertThat(Visitor.browser(port).get("/unreached").statusCode()).isEqualTo(302);
    }

    private String status() {
        return jdbc.sql("select status from notice where about = 'missed'")
                .query(String.class)
                .single();
    }
}
