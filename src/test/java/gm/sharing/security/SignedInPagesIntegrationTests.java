package gm.sharing.security;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DoorApplication;
import gm.sharing.Visitor;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where people are signed in, and how they and administrators of the service end that. */
@DoorApplication
class SignedInPagesIntegrationTests extends SignIn {

    private static final String OFFICER = "ig.wigan";
    private static final Pattern MARK = Pattern.compile("name=\"which\" value=\"([0-9a-f]+)\"");

    @BeforeEach
    void nobodyIsSignedIn() {
        database.sql("delete from spring_session where principal_name = :officer")
                .param("officer", OFFICER)
                .update();
    }

    @Test
    void peopleSeeEachOfTheirSignInsAndSignOutOfOneElsewhere() {
        var here = Visitor.signedIn(port, OFFICER);
        var elsewhere = Visitor.signedIn(port, OFFICER);
        var third = Visitor.signedIn(port, OFFICER);
        assertThat(elsewhere.get("/signed-in").statusCode()).isEqualTo(200);

        var page = here.get("/signed-in").body();
        assertThat(page).containsOnlyOnce("A browser, this browser");
        assertThat(marks(page)).hasSize(2);
        // Nobody's session is told, not even to the person.
        database.sql("select session_id from spring_session where principal_name = :officer")
                .param("officer", OFFICER)
                .query(String.class)
                .list()
                .forEach(session -> assertThat(page).doesNotContain(session.strip()));

        // Who opened the page last comes second on it, after the one of the page.
        here.submit("/signed-in", "/signed-in", Map.of("which", marks(page).get(0)));
        assertThat(List.of(isSignedIn(here), isSignedIn(elsewhere), isSignedIn(third)))
                .containsExactly(true, false, true);
        here.submit("/signed-in", "/signed-in", Map.of());
        assertThat(List.of(isSignedIn(here), isSignedIn(third))).containsExactly(true, false);
        assertThat(marks(here.get("/signed-in").body())).isEmpty();
        assertThat(Visitor.signedIn(port, "admin")
                        .get("/security-record?who=" + OFFICER)
                        .body())
                .contains("sign-in.ended", "Signed out of other browsers: 1.");
    }

    @Test
    void nobodyEndsASignInOfSomebodyElse() {
        var officer = Visitor.signedIn(port, OFFICER);
        var page = officer.get("/signed-in").body();
        var second = Visitor.signedIn(port, OFFICER);
        var mark = marks(officer.get("/signed-in").body()).get(0);
        assertThat(page).doesNotContain(mark);

        Visitor.signedIn(port, "ig.bury").submit("/signed-in", "/signed-in", Map.of("which", mark));
        Visitor.signedIn(port, "ig.bury").submit("/signed-in", "/signed-in", Map.of());
        assertThat(officer.post("/signed-in", Map.of("which", mark)).statusCode())
                .isEqualTo(403);

        assertThat(isSignedIn(officer)).isTrue();
        assertThat(isSignedIn(second)).isTrue();
        assertThat(Visitor.browser(port).get("/signed-in").statusCode()).isEqualTo(302);
    }

    @Test
    void administratorsOfTheServiceSignSomebodyOutEverywhereWithAReason() {
        var officer = Visitor.signedIn(port, OFFICER);
        var admin = Visitor.signedIn(port, "admin");
        var address = "/sign-ins/" + OFFICER;
        assertThat(admin.get(address).body()).contains("Signed in with one browser.");

        assertThat(admin.submit(address, address + "/end-all", Map.of("why", " "))
                        .body())
                .contains("There is a problem", "href=\"#why\"");
        assertThat(isSignedIn(officer)).isTrue();
        assertThat(officer.submit("/absence", address + "/end-all", Map.of("why", "Mine."))
                        .statusCode())
                .isEqualTo(403);
        admin.submit(address, address + "/end-all", Map.of("why", "Lost a laptop."));

        assertThat(isSignedIn(officer)).isFalse();
        assertThat(isSignedIn(admin)).isTrue();
        assertThat(admin.get(address).body()).contains("Not signed in anywhere.", "is signed out everywhere");
        assertThat(admin.get("/security-record?who=admin").body()).contains("Lost a laptop.");
    }

    private static boolean isSignedIn(Visitor visitor) {
        return visitor.get("/projects").statusCode() == 200;
    }

    private static List<String> marks(String page) {
        return MARK.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
