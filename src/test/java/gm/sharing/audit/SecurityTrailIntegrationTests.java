package gm.sharing.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The security record as the databases keep it and as administrators read it. */
@DemoApplication
class SecurityTrailIntegrationTests {

    private final String who = "somebody-" + UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    SecurityTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @ValueSource(strings = {"update security_event set what = 'forged'", "delete from security_event"})
    void isNotChangedByAnybody(String forgery) {
        trail.record(who, "test.happened", "Happened");

        assertThatThrownBy(() -> jdbc.sql(forgery).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("Events are never changed or removed");
        assertThat(kept()).containsExactly("Happened");
    }

    @Test
    void keepsARefusalAndForgetsADeedWhenTheirTransactionIsRolledBack() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            trail.record(who, "test.done", "Done");
            trail.recordRefusal(who, "test.refused", "Refused");
            status.setRollbackOnly();
        });

        await().untilAsserted(() -> assertThat(kept()).containsExactly("Refused"));
    }

    @Test
    void keepsARefusalAtOnceWhereThereIsNoTransaction() {
        trail.recordRefusal(who, "test.refused", "Refused");

        assertThat(kept()).containsExactly("Refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nsecurity: forged", "a\u0000b", "a\u202Eb", "a\u2028b", "a\u001b[2Jb", "\ud800"})
    void keepsOneLineOfReadableCharacters(String text) {
        trail.record(who, "test.happened", text);

        assertThat(kept().get(0)).matches("[\\x20-\\x7e]+").contains("\\u");
    }

    @Test
    void cutsWhatIsTooLong() {
        trail.record(who, "test.happened", "😀".repeat(5000));

        assertThat(kept().get(0)).hasSizeLessThanOrEqualTo(4000).endsWith("😀…");
    }

    @Test
    void isReadByAdministratorsByAccountTypeAndDay() {
        trail.record(who, "test.happened", "Was <b>there</b>");
        trail.record(who, "test.other", "Was elsewhere");
        var admin = Visitor.signedIn(port, "admin");

        assertThat(admin.get("/security-record?who=" + who).body())
                .contains("Was &lt;b&gt;there&lt;/b&gt;", "Was elsewhere");
        assertThat(admin.get("/security-record?who=" + who + "&type=test.other").body())
                .contains("Was elsewhere")
                .doesNotContain("Was &lt;b&gt;");
        assertThat(admin.get("/security-record?who=" + who + "&day=2020-01-01").body())
                .contains("No entries match your search", "name=\"onYear\"", "value=\"2020\"");
        assertThat(admin.get("/security-record?who=" + who + "&onDay=1&onMonth=1&onYear=2020")
                        .body())
                .contains("No entries match your search");
        assertThat(admin.get("/security-record?who=" + who + "&onDay=31&onMonth=2&onYear=2020")
                        .body())
                .contains("id=\"onDay-error\"", "value=\"31\"", "Was elsewhere");
        assertThat(admin.get("/projects").body()).contains("href=\"/security-record\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"who=%00", "type=%00"})
    void refusesWhatNobodyCanTypeByTheFieldsName(String question) {
        var answer = Visitor.signedIn(port, "admin").get("/security-record?" + question);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).containsIgnoringCase(question.substring(0, question.indexOf('=')) + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"day=tomorrow", "day=+999999999-12-31", "onDay=x&onYear=%2B1", "page=0", "page=-5"})
    void answersOddQuestions(String question) {
        assertThat(Visitor.signedIn(port, "admin")
                        .get("/security-record?" + question)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ig.bolton", "lead.salford", "owner", "board", "signatory.bolton"})
    void isClosedToEverybodyElse(String account) {
        assertThat(Visitor.signedIn(port, account).get("/security-record").statusCode())
                .isEqualTo(403);
    }

    @Test
    void isClosedToPeopleWhoAreNotSignedIn() {
        assertThat(Visitor.browser(port).get("/security-record").statusCode()).isEqualTo(302);
    }

    @Test
    void keepsThatSomebodyAskedForAPageThatIsNotTheirs() {
        var officer = Visitor.signedIn(port, "ig.tameside");

        officer.get("/faults");
        officer.get("/faults");

        assertThat(kept("ig.tameside", "page.refused"))
                .startsWith("GET /faults is not among what this person may ask.")
                .hasSizeLessThanOrEqualTo(2); // once a minute
    }

    private List<String> kept() {
        return kept(who, "");
    }

    private List<String> kept(String who, String type) {
        return trail.find(who, type, Instant.EPOCH, Instant.now().plusSeconds(60), PageRequest.of(0, 50))
                .map(SecurityEvent::what)
                .getContent();
    }
}
