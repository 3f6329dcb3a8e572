package gm.sharing.notification;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People choose for themselves how emails come to them, and for nobody else. */
@DemoApplication
class LetterChoicePagesIntegrationTests {

    private static final String PAGE = "/notifications";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("delete from daily_letter").update();
    }

    @Test
    void isChosenAndTakenBack() {
        var officer = Visitor.signedIn(port, "ig.bolton");
        assertThat(officer.get(PAGE).body()).containsPattern("(?s)id=\"each\"[^>]*checked");

        assertThat(officer.submit(PAGE, PAGE, Map.of("letters", "daily")).statusCode())
                .isEqualTo(302);
        assertThat(officer.get(PAGE).body())
                .contains("You get one email each working day at 9am.")
                .containsPattern("(?s)id=\"daily\"[^>]*checked");
        assertThat(choosers()).containsExactly("ig.bolton");

        assertThat(officer.submit(PAGE, PAGE, Map.of("letters", "each")).statusCode())
                .isEqualTo(302);
        assertThat(officer.get(PAGE).body()).contains("You get each email as it comes.");
        assertThat(choosers()).isEmpty();
    }

    @Test
    void choosesForNobodyElse() {
        Visitor.signedIn(port, "admin").submit(PAGE, PAGE, Map.of("letters", "daily", "person", "ig.bolton"));

        assertThat(choosers()).containsExactly("admin");
        assertThat(Visitor.signedIn(port, "ig.bolton")
                        .get(PAGE + "?person=admin")
                        .body())
                .containsPattern("(?s)id=\"each\"[^>]*checked");
    }

    @Test
    void saysWhenNothingIsChosen() {
        var officer = Visitor.signedIn(port, "ig.bolton");

        for (Map<String, String> sent : List.of(Map.<String, String>of(), Map.of("letters", "never"))) {
            var answer = officer.submit(PAGE, PAGE, sent);
            assertThat(answer.body())
                    .contains("<title>Error: Your emails", "href=\"#each\"", "Select how emails come to you.");
        }
        assertThat(choosers()).isEmpty();
    }

    @Test
    void isClosedWithoutSignInAndWithoutTheTokenOfAPage() {
        assertThat(Visitor.browser(port).get(PAGE).statusCode()).isEqualTo(302);
        assertThat(Visitor.signedIn(port, "ig.bolton")
                        .post(PAGE, Map.of("letters", "daily"))
                        .statusCode())
                .isIn(302, 403);
        assertThat(choosers()).isEmpty();
    }

    private List<String> choosers() {
        return jdbc.sql("select person from daily_letter").query(String.class).list();
    }
}
