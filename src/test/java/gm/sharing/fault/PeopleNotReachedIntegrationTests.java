package gm.sharing.fault;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Visitor;
import gm.sharing.agreement.AgreementScenario;
import gm.sharing.notification.Reached;
import gm.sharing.notification.Unreached;
import gm.sharing.notification.Unreached.Why;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.Projects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom notices do not reach is shown to those who can mend that. */
@Tag("one-database")
@DemoApplication
class PeopleNotReachedIntegrationTests {

    private static final String OFFICER = "ig.bolton";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Projects projects;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void reached() {
        events.publishEvent(new Reached(OFFICER));
        events.publishEvent(new Reached("left.bolton"));
    }

    @ParameterizedTest
    @CsvSource({
        "ig.bolton, REFUSED, the mail server refuses it for good",
        "ig.bolton, NO_ADDRESS, the account has no email address",
        "left.bolton, NO_ACCOUNT, which does not exist"
    })
    void isShownToAdministratorsWithWhatToDo(String account, Why why, String cause) {
        events.publishEvent(new Unreached(account, "", why));

        assertThat(faults("admin")).contains("Account " + account, cause, "Tell the person what waits");
        assertThat(faults("owner")).doesNotContain("Account " + account);
        assertThat(jdbc.sql("select recipient from notice where subject like ?")
                        .param("Fault: Account " + account + "%")
                        .query(String.class)
                        .list())
                .contains("admin")
                .doesNotContain("owner");
    }

    @Test
    void isOverWhenANoticeReachesThePerson() {
        events.publishEvent(new Unreached(OFFICER, "", Why.REFUSED));
        assertThat(open()).isEqualTo(1);

        events.publishEvent(new Reached(OFFICER));

        assertThat(open()).isZero();
    }

    @Test
    void isShownOnThePageOfTheProjectByRole() {
        var project = projects.propose(ProjectFixture.proposal("Not reached"), AgreementScenario.LEAD)
                .value();
        jdbc.sql("insert into notice (about, recipient, reference, subject, body, status, written_at, settled_at)"
                        + " values ('not-reached', ?, ?, 's', 'b', 'REFUSED', current_timestamp, current_timestamp)")
                .params(OFFICER, project)
                .update();

        String page = Visitor.signedIn(port, AgreementScenario.LEAD.id())
                .get("/projects/" + project)
                .body();

        assertThat(page)
                .contains("IG officer of Bolton Council could not be reached")
                .doesNotContain(OFFICER);
        jdbc.sql("delete from notice where about = 'not-reached'").update();
    }

    private String faults(String account) {
        return Visitor.signedIn(port, account).get("/faults").body();
    }

    private int open() {
        return jdbc.sql("select count(*) from fault where open_about = ?")
                .param("address:" + OFFICER)
                .query(Integer.class)
                .single();
    }
}
