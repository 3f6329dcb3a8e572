package gm.sharing.journeys;

import static gm.sharing.journeys.Answers.proposal;
import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.RoundTrips;
import gm.sharing.Visitor;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.HeldRole;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What happened is told with the names and roles of then, whatever became of the people since. */
@DemoApplication
class EventsAsTheyWereIntegrationTests {

    private static final OrganisationCode BURY = new OrganisationCode("bury");
    private static final OrganisationCode SALFORD = new OrganisationCode("salford");

    private final String id = "kit"
            + UUID.randomUUID().toString().substring(0, 8).replace('1', '7').replace('0', '8');

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    AuditTrail trail;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void hire() {
        var kit = engine.getIdentityService().newUser(id);
        kit.setFirstName("Kit");
        kit.setLastName("Marlow");
        kit.setPassword(TestPeople.PASSWORD);
        engine.getIdentityService().saveUser(kit);
        engine.getIdentityService().createMembership(id, Role.PROJECT_LEAD.group());
        engine.getIdentityService().createMembership(id, Role.MEMBER.groupOf(SALFORD));
    }

    @AfterEach
    void nobodyIsAway() {
        jdbc.sql("delete from absence").update();
    }

    @Test
    void whoeverIsRenamedAndLosesTheRoleStaysWhoTheyWereInWhatHappened() {
        var project = new JourneyDriver(engine).start(id, proposal("Kept names"));

        rename("Kit", "Othername");
        engine.getIdentityService().deleteMembership(id, Role.PROJECT_LEAD.group());
        trail.record(project, id, "test", "Did this later.");

        var page = page(project);
        assertThat(page).contains("Kit Marlow, Project lead, " + directory.nameOf(SALFORD), "Kit Othername");
        assertThat(page).doesNotContain("Kit Othername, Project lead");
        assertThat(trail.of(project))
                .filteredOn(event -> event.who().equals(id))
                .first()
                .satisfies(event -> {
                    assertThat(event.whoName()).isEqualTo("Kit Marlow");
                    assertThat(event.whoRoles()).containsExactly(new HeldRole(Role.PROJECT_LEAD, SALFORD, null, null));
                });
    }

    @Test
    void whoeverIsGoneIsStillNamed() {
        var project = new JourneyDriver(engine).start(id, proposal("Kept names of the gone"));

        engine.getIdentityService().deleteUser(id);

        assertThat(page(project))
                .contains("Kit Marlow, Project lead, " + directory.nameOf(SALFORD))
                .doesNotContain(id);
    }

    @Test
    void aDeputyIsToldAsOne() {
        var project = new JourneyDriver(engine).start(id, proposal("A deputy"));
        jdbc.sql(
                        """
                        insert into absence (person, person_name, organisation, deputy, deputy_name, first_day, last_day, version)
                        values ('ig.bury', 'Sam Hill', 'bury', 'dpo.bury', 'Dee Pew', :today, :today, 0)""")
                .param("today", LocalDate.now(clock))
                .update();

        trail.record(project, "dpo.bury", "test", "Did this for somebody else.");

        assertThat(page(project))
                .contains("IG officer, " + directory.nameOf(BURY) + ", as deputy of Sam Hill")
                .contains("Data protection officer, " + directory.nameOf(BURY))
                .doesNotContain("ig-bury", "dpo-bury");
        jdbc.sql("delete from absence").update();
        assertThat(page(project)).contains("as deputy of Sam Hill");
    }

    @Test
    void whoeverActsForAnotherOrganisationIsToldAsThat() {
        var project = new JourneyDriver(engine).start(id, proposal("Acts for another"));

        trail.record(project, "ig.bolton", "test", "Did this for another organisation.");

        assertThat(page(project))
                .contains("IG officer, " + directory.nameOf(new OrganisationCode("boltoncvs")) + ", for which "
                        + directory.nameOf(new OrganisationCode("bolton")) + " acts");
    }

    @Test
    void whatGoesOnInTheBackgroundAsksForAPersonOnceHoweverManyEventsThereAre() {
        var ways = RoundTrips.of(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (int number = 0; number < 5; number++) {
                trail.record("SJ-2020-0002", "dpo.wigan", "test", "Event " + number);
                trail.record("SJ-2020-0002", Event.SYSTEM, "test", "Automatic " + number);
            }
        }));

        assertThat(ways).filteredOn(way -> way.contains("act_id_user")).hasSize(1);
        assertThat(ways).hasSizeLessThanOrEqualTo(1 + 10 + 1);
        assertThat(trail.of("SJ-2020-0002")).hasSize(10);
    }

    private void rename(String first, String last) {
        var kit = engine.getIdentityService().createUserQuery().userId(id).singleResult();
        kit.setFirstName(first);
        kit.setLastName(last);
        engine.getIdentityService().saveUser(kit);
    }

    private String page(String project) {
        return Visitor.signedIn(port, "lead.salford")
                .get("/projects/" + project)
                .body();
    }
}
