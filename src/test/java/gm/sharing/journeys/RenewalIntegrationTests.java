package gm.sharing.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.Visitor;
import gm.sharing.audit.AuditTrail;
import gm.sharing.audit.Event;
import gm.sharing.directory.ChangedOrganisations;
import gm.sharing.onboarding.Renewals;
import gm.sharing.organisation.Assurance;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.Organisation;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Processor;
import gm.sharing.organisation.Registration;
import gm.sharing.organisation.Signatory;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.Projects;
import gm.sharing.workflow.form.ShownNames;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks every path of renew-fact; the class fails when a step or a flow of it was never reached. */
@EveryWay
class RenewalIntegrationTests {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final LocalDate SOON = LocalDate.now().plusDays(20);
    private static final LocalDate LATER = LocalDate.now().plusYears(1);
    private static final String TASK = "Task_RenewFact";

    private static final ShownNames SHOWN = new ShownNames("renew-fact");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Directory directory;

    @Autowired
    Projects projects;

    @Autowired
    Renewals renewals;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcTemplate database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    BeanFactory beans;

    JourneyDriver journey;

    TestPeople people;

    OrganisationCode organisation;

    String code;

    String administrator;

    @BeforeEach
    void anOrganisationWithAnAdministrator() {
        journey = new JourneyDriver(engine, SHOWN);
        people = new TestPeople(engine.getIdentityService(), directory);
        code = "renews" + COUNT.incrementAndGet();
        organisation = new OrganisationCode(code);
        people.organisation(code, "Renewing " + code);
        administrator = "admin." + code;
        people.administrator(administrator, code);
    }

    @AfterAll
    static void everyNameInAFormWasShownOnAWay() {
        SHOWN.assertAllGiven();
    }

    @Test
    void asksForEachKindOfFactOnceHoweverOftenItLooks() {
        registeredUntil(SOON);
        say(known -> {
            known.particulars().assure("dspt", new Assurance("dspt-standards-met", null, null, SOON, null, null));
            known.particulars().sign(1, new Signatory("Sam Hill", null, "All", SOON));
            known.particulars().process(1, new Processor("Cloud Ltd", "Hosting", null, SOON));
        });

        renewals.look();
        renewals.look();

        assertThat(listed())
                .containsExactlyInAnyOrder(
                        "Renewing " + code + ": the registration with the Information Commissioner",
                        "Renewing " + code + ": the result of the Data Security and Protection Toolkit (DSPT)",
                        "Renewing " + code + ": the right of Sam Hill to sign",
                        "Renewing " + code + ": the contract with Cloud Ltd");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(code)
                        .taskCandidateGroup("admin-" + code)
                        .list())
                .hasSize(4)
                .allSatisfy(task -> assertThat(task.getDueDate()).isInTheFuture());
        assertThat(told("task")).hasSize(4).containsOnly(administrator);
    }

    @Test
    void asksNobodyBeforeItsTimeOrAboutWhatIsLongGone() {
        registeredUntil(LocalDate.now().plusDays(43));
        renewals.look();
        assertThat(journey.hasEnded(code)).isTrue();

        registeredUntil(LocalDate.now().minusDays(43));
        renewals.look();
        assertThat(journey.hasEnded(code)).isTrue();

        registeredUntil(LocalDate.now().plusDays(42));
        renewals.look();
        assertThat(journey.openTasks(code)).containsExactly(TASK);
    }

    @Test
    void endsWhenAnAdministratorRenewedItOnThePageAndSaysSoAfterAReminder() {
        registeredUntil(SOON);
        renewals.look();

        journey.fire(code, "Timer_RenewalReminder");
        assertThat(told("Send_RemindAdministrators")).containsExactly(administrator);
        assertRefused(renewed(LATER), "Change it there first");
        registeredUntil(LATER);
        assertRefused(renewed(LATER.plusDays(1)), "Give the same day here");
        journey.complete(code, TASK, administrator, renewed(LATER));

        assertThat(journey.hasEnded(code)).isTrue();
        assertThat(events()).first().asString().startsWith("fact.renewed: Renewed the registration");
        renewals.look();
        assertThat(journey.hasEnded(code)).isTrue();
    }

    @Test
    void closesByItselfWhenThePageSaysAnotherDayAndAsksAgainInTimeForThatOne() {
        registeredUntil(SOON);
        renewals.look();

        registeredUntil(LATER);
        renewals.look();
        assertThat(journey.hasEnded(code)).isTrue();

        registeredUntil(SOON.plusDays(1));
        renewals.look();
        assertThat(journey.openTasks(code)).containsExactly(TASK);

        say(known -> known.register(Registration.NONE));
        renewals.look();
        assertThat(journey.hasEnded(code)).isTrue();

        registeredUntil(SOON);
        renewals.look();
        assertThat(journey.hasEnded(code)).as("asked once for this day").isTrue();
    }

    @Test
    void asksAgainWhenItIsNotRenewedYetAndTellsAdministratorsAndLeadsWhenItRanOut() {
        people.lead("manchester");
        var lead = ProjectFixture.leadOf(new OrganisationCode("manchester"));
        var project = projects.propose(ProjectFixture.proposal("Shared with " + code), lead);
        projects.describeNeeds(project, ProjectFixture.needs(), lead);
        projects.namePartners(project, ProjectFixture.partners(new OrganisationCode("manchester"), organisation), lead);
        registeredUntil(SOON);
        renewals.look();

        assertRefused(Map.of("renewal", "not-yet"), "Why?");
        journey.complete(code, TASK, administrator, Map.of("renewal", "not-yet", "reason", "The fee is ordered."));
        assertThat(journey.openTasks(code)).containsExactly(TASK);
        assertThat(events()).first().asString().contains("is not renewed yet: The fee is ordered.");

        journey.fire(code, "Timer_FactRanOut");
        assertThat(told("Send_TellRanOut"))
                .contains("admin", projects.get(project).lead(), administrator)
                .doesNotContain("ig." + code);
        assertThat(journey.openTasks(code)).containsExactly(TASK);

        journey.complete(code, TASK, administrator, Map.of("renewal", "not-yet", "reason", "Still waiting."));
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .activityId("Timer_FactRanOut")
                        .processInstanceId(journey.task(code, TASK).getProcessInstanceId())
                        .count())
                .as("told once")
                .isZero();
        journey.complete(code, TASK, administrator, Map.of("renewal", "not-needed", "reason", "We closed."));
        assertThat(journey.hasEnded(code)).isTrue();
        assertThat(events()).first().asString().contains("does not apply any more: We closed.");
    }

    @Test
    void remindsNoOrganisationThatIsPartOfAnotherOne() {
        registeredUntil(SOON);
        renewals.look();
        assertThat(journey.openTasks(code)).containsExactly(TASK);

        new ChangedOrganisations(beans)
                .change(code, "succession", "succeeded-on", LocalDate.now().toString(), "successor", "bolton");
        renewals.look();
        assertThat(journey.hasEnded(code)).isTrue();

        registeredUntil(SOON.plusDays(1));
        renewals.look();
        assertThat(journey.hasEnded(code)).isTrue();
    }

    @Test
    void isForNobodyElse() {
        registeredUntil(SOON);
        renewals.look();

        for (var other : List.of("ig." + code, "signatory." + code, "admin.bolton", "lead.manchester", "board")) {
            assertThatThrownBy(() ->
                            journey.complete(code, TASK, other, Map.of("renewal", "not-needed", "reason", "I say so.")))
                    .as(other)
                    .hasMessageContaining("You may not do this");
        }
        assertThat(journey.openTasks(code)).containsExactly(TASK);
    }

    @Test
    void isOpenedByTheLinkOfTheLetterForThoseWhoseTaskItIs() {
        registeredUntil(SOON);
        renewals.look();
        var link = "/tasks/" + journey.task(code, TASK).getId();

        var visitor = Visitor.browser(port);
        visitor.signIn(administrator, TestPeople.PASSWORD);
        assertThat(visitor.get(link).body()).contains("action=\"" + link + "\"");
        assertThat(Visitor.signedIn(port, "admin.bolton").get(link).body()).contains("You cannot open this task");
        registeredUntil(LATER);
        renewals.look();
        assertThat(visitor.get(link).body()).contains("You cannot open this task");
    }

    @Test
    void isAnsweredOnThePageOfItsForm() {
        registeredUntil(SOON);
        renewals.look();
        var link = "/tasks/" + journey.task(code, TASK).getId();
        var visitor = Visitor.browser(port);
        visitor.signIn(administrator, TestPeople.PASSWORD);

        var sent = visitor.submit(
                link, link, Map.of("_draft", "0", "_do", "send", "renewal", "not-needed", "reason", "We closed."));

        assertThat(sent.headers().firstValue("Location").orElse("")).endsWith(link + "/done");
        assertThat(visitor.get(link + "/done").body()).contains("Sent", "Go to your work");
        assertThat(visitor.get(link + "/done").statusCode()).isEqualTo(404);
        assertThat(journey.openTasks(code)).isEmpty();
    }

    @Test
    void tellsTheServicesAdministratorsWhereNobodyAdministersTheOrganisation() {
        engine.getIdentityService().deleteMembership(administrator, "admin-" + code);
        registeredUntil(SOON);

        renewals.look();

        assertThat(journey.openTasks(code)).containsExactly(TASK);
        assertThat(told("task")).contains("admin").doesNotContain(administrator);
    }

    @Test
    void isAskedForByTheNextNodeWhenOneDiesInBetween() {
        registeredUntil(SOON);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            renewals.look();
            assertThat(journey.openTasks(code)).containsExactly(TASK);
            status.setRollbackOnly();
        });
        assertThat(journey.hasEnded(code)).isTrue();

        renewals.look();
        assertThat(journey.openTasks(code)).containsExactly(TASK);
        assertThat(told("task")).containsExactly(administrator);
    }

    @Test
    void isAskedForOnceWhenNodesLookAtTheSameTime() throws Exception {
        registeredUntil(SOON);
        var together = new CyclicBarrier(3);
        var nodes = Executors.newFixedThreadPool(3);
        try {
            var looks = IntStream.range(0, 3)
                    .mapToObj(node -> nodes.submit(() -> {
                        together.await();
                        renewals.look();
                        return null;
                    }))
                    .toList();
            for (var look : looks) {
                look.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(journey.openTasks(code)).containsExactly(TASK);
        assertThat(told("task")).containsExactly(administrator);
    }

    private static Map<String, Object> renewed(LocalDate until) {
        return Map.of("renewal", "renewed", "until", until.toString());
    }

    private void assertRefused(Map<String, Object> answers, String message) {
        assertThatThrownBy(() -> journey.complete(code, TASK, administrator, answers))
                .hasMessageContaining(message);
    }

    private void registeredUntil(LocalDate lastDay) {
        say(known -> known.register(new Registration("Z1", lastDay, null)));
    }

    private void say(Consumer<Organisation> what) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> what.accept(directory.get(organisation)));
    }

    private List<String> listed() {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(code).list().stream()
                .map(task -> String.valueOf(engine.getTaskService().getVariable(task.getId(), "project")))
                .toList();
    }

    private List<String> events() {
        return trail.latest(Directory.EVENTS, organisation, 10).stream()
                .map(RenewalIntegrationTests::inWords)
                .toList();
    }

    private static String inWords(Event event) {
        return event.type() + ": " + event.what();
    }

    private List<String> told(String what) {
        return database.queryForList(
                "select recipient from notice where about like ? and (subject like ? or subject like ?)",
                String.class,
                what + ":%",
                "%Renewing " + code + " by %",
                "%Renewing " + code);
    }
}
