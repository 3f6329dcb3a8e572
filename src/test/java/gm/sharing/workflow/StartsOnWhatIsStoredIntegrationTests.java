package gm.sharing.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gm.sharing.StartFindings;
import gm.sharing.Visitor;
import gm.sharing.organisation.People;
import gm.sharing.organisation.Person;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The application starts outside the demonstration on a database of the demonstration in which much is odd. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartsOnWhatIsStoredIntegrationTests {

    private final Restarts restarts = new Restarts();
    private ConfigurableApplicationContext node;
    private JdbcClient jdbc;
    private int port;

    @BeforeAll
    void restart() {
        var before = restarts.start("--spring.profiles.active=demo");
        spoil(before);
        node = restarts.start(
                "--sharing.admin.user=alex",
                "--sharing.admin.password=correct-horse-battery",
                "--sharing.models.force=no-such-model");
        jdbc = node.getBean(JdbcClient.class);
        port = node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        node.getBean(Inspections.class).inspect();
    }

    @AfterAll
    void end() {
        restarts.close();
    }

    private static void spoil(ConfigurableApplicationContext before) {
        var database = before.getBean(JdbcClient.class);
        var stored = new StoredModel(database);
        var filters = before.getBean(FilterService.class);
        var tasks = before.getBean(TaskService.class);
        var identity = before.getBean(IdentityService.class);
        for (int number = 0; number < 2; number++) {
            filters.saveFilter(filters.newTaskFilter("My tasks").setQuery(tasks.createTaskQuery()));
        }
        filters.saveFilter(filters.newTaskFilter("Overdue").setOwner("admin").setQuery(tasks.createTaskQuery()));
        stored.store(
                "sharing-project", 1, "gm", StoredModel.process("sharing-project", StoredModel.flow("Start", "End")));
        stored.store("act_re_decision_def", "review-deadlines", "review-deadlines.dmn", 1, "gm", "<half");
        stored.store("act_re_camformdef", "confirm-no-dpia", "confirm-no-dpia.form", 1, "gm", "{");
        stored.store("broken-model", 1, null, "<bpmn:definitions");
        stored.store("empty-model", 1, null, "");
        stored.store("gone-model", 1, null, null);
        stored.store("act_re_camformdef", "not-a-form", "not-a-form.form", 1, null, "no form at all");
        stored.store(
                "circle-model",
                1,
                null,
                StoredModel.process(
                        "circle-model",
                        "<bpmn:callActivity id=\"Call_Itself\" calledElement=\"circle-model\"/>"
                                + StoredModel.flow("Start", "Call_Itself")
                                + StoredModel.flow("Call_Itself", "End")));
        // The file of the newest measure-follow-up is gone, and the deployment of another is.
        database.sql(
                        "delete from act_ge_bytearray where name_ = 'measure-follow-up.bpmn' and deployment_id_ is not null")
                .update();
        database.sql("update act_re_procdef set deployment_id_ = 'nowhere' where key_ = 'dpo-advice'")
                .update();
        database.sql(
                        """
                        insert into act_ru_jobdef (id_, rev_, proc_def_id_, proc_def_key_, act_id_, job_type_, suspension_state_)
                        values ('odd-job', 1, 'nowhere', 'nowhere', 'Nothing', 'no-such-type', 1)""")
                .update();
        // Groups whose names begin like a role's, and people in them.
        for (String odd : List.of("ig-", "dpo-Nowhere", "org-x-y", "signatory-nowhere")) {
            Group group = identity.newGroup(odd);
            identity.saveGroup(group);
            identity.createMembership("ig.bolton", odd);
        }
        identity.createMembership("ig.bury", "org-wigan");
        var user = identity.createUserQuery().userId("u.bolton").singleResult();
        assertThat(user).isNull();
        var account = identity.newUser("u.bolton");
        account.setEmail("x@demo.invalid");
        account.setPassword("a-password-of-ones-own");
        identity.saveUser(account);
        var authorizations = before.getBean(AuthorizationService.class);
        var odd = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        odd.setUserId("ig.bolton");
        odd.setResource(Resources.APPLICATION);
        odd.setResourceId("tasklist");
        authorizations.saveAuthorization(odd);
        database.sql(
                        """
                        insert into organisation (code, name, sector, legal_entity, demo, version)
                        select 'BAD!', 'Odd Office', sector, legal_entity, false, 0 from organisation where code = 'wigan'""")
                .update();
    }

    @Test
    void isUp() {
        assertThat(Visitor.browser(port).getJson("/actuator/health").body()).contains("UP");
    }

    @Test
    void letsTheConfiguredAdministratorIn() {
        assertThat(Visitor.program(port, "alex", "correct-horse-battery")
                        .getJson("/engine-rest/version")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsNobodyInWithThePasswordOfTheDemonstrationAndTakesNothingFromThem() {
        for (String account : List.of("ig.bolton", "admin", "owner")) {
            assertThat(Visitor.program(port, account, "demo")
                            .getJson("/engine-rest/version")
                            .statusCode())
                    .as(account)
                    .isEqualTo(401);
            assertThat(node.getBean(People.class).find(account)).isPresent();
        }
    }

    @Test
    void letsPeopleInWhoWroteAnAddressOfTheDemonstration() {
        assertThat(node.getBean(People.class).passwordMatches("u.bolton", "a-password-of-ones-own"))
                .isTrue();
    }

    @Test
    void tellsAdministratorsWhichAccountsStillHaveThatPassword() {
        assertThat(faults("ACCOUNT"))
                .anyMatch(
                        fault -> fault.startsWith("The account owner: It still has the password of the demonstration"))
                .noneMatch(fault -> fault.contains("u.bolton"));
    }

    @Test
    void readsPeopleInOddGroupsByWhatTheyReallyAre() {
        assertThat(node.getBean(People.class).find("ig.bolton")).get().satisfies(person -> {
            assertThat(person.organisation()).get().hasToString("bolton");
            assertThat(person.organisations()).isNotEmpty();
        });
        assertThatCode(() -> node.getBean(People.class).find("ig.bury").map(Person::organisations))
                .doesNotThrowAnyException();
        assertThat(faults("ACCOUNT"))
                .anyMatch(fault -> fault.startsWith("The account ig.bury: It is a member of more than one"))
                .anyMatch(fault -> fault.startsWith("The group dpo-Nowhere: "))
                .anyMatch(fault -> fault.startsWith("The group ig-: "));
    }

    @Test
    void goesOnWithTheListsOfTasksThatAreThere() {
        var filters = node.getBean(FilterService.class);
        assertThat(filters.createFilterQuery().filterName("My tasks").count()).isEqualTo(3);
        assertThat(filters.createFilterQuery().filterName("Overdue").count()).isEqualTo(2);
    }

    @Test
    void usesNothingThatBelongsToATenantAndTellsOfIt() {
        assertThat(node.getBean(DecisionService.class)
                        .evaluateDecisionTableByKey("people-groups")
                        .decisionDefinitionWithoutTenantId()
                        .variables(Map.of("group", "tenants"))
                        .evaluate())
                .isNotNull();
        assertThat(faults("MODEL"))
                .anyMatch(fault -> fault.startsWith(
                        "sharing-project.bpmn, version 1 of sharing-project: It belongs to the tenant"))
                .anyMatch(fault -> fault.startsWith("review-deadlines.dmn, version 1 of review-deadlines: It belongs"))
                .anyMatch(fault -> fault.startsWith("confirm-no-dpia.form, version 1 of confirm-no-dpia: It belongs"));
    }

    @Test
    void tellsOfModelsThatCannotBeRead() {
        assertThat(faults("MODEL"))
                .anyMatch(fault -> fault.startsWith("broken-model.bpmn"))
                .anyMatch(fault -> fault.startsWith("empty-model.bpmn"))
                .anyMatch(fault -> fault.startsWith("not-a-form.form"))
                .anyMatch(fault ->
                        fault.startsWith("gone-model.bpmn, version 1 of gone-model: Its file is not stored any more"));
    }

    @Test
    void bringsPackagedModelsBackWhoseFilesAreGone() {
        for (String key : List.of("measure-follow-up", "dpo-advice")) {
            assertThat(jdbc.sql(
                                    """
                                    select count(*) from act_re_procdef p join act_ge_bytearray b
                                      on b.deployment_id_ = p.deployment_id_ and b.name_ = p.resource_name_
                                    where p.key_ = ? and p.version_ = 2""")
                            .param(key)
                            .query(Integer.class)
                            .single())
                    .as(key)
                    .isEqualTo(1);
        }
    }

    @Test
    void tellsWhatTheStartLeftOut() {
        assertThat(node.getBean(StartFindings.class).all())
                .extracting(StartFindings.Finding::what)
                .containsExactlyInAnyOrder("sharing.models.force=no-such-model", "the organisation “Odd Office”");
        assertThat(faults("START")).hasSize(2).anyMatch(fault -> fault.startsWith("the organisation “Odd Office”: "));
    }

    @Test
    void preparesEverythingElseWhereOneThingCannotBePrepared() {
        var identity = node.getBean(IdentityService.class);
        var findings = new StartFindings();

        preparing(findings, group -> {
            if (group.equals("second")) {
                throw new IllegalStateException("It is stored in halves");
            }
            identity.saveGroup(identity.newGroup(group));
        });

        assertThat(identity.createGroupQuery()
                        .groupIdIn("first", "second", "third")
                        .list())
                .extracting(Group::getId)
                .containsExactlyInAnyOrder("first", "third");
        assertThat(findings.all())
                .containsExactly(new StartFindings.Finding(
                        "the group second",
                        "IllegalStateException: It is stored in halves.",
                        "Look at what is stored about it, correct it in Admin, Cockpit or Camunda Modeler, and start this node"
                                + " again."));
    }

    @Test
    void doesNotStartWhereThatWouldBeWrong() {
        assertThatThrownBy(() -> preparing(new StartFindings(), group -> {
                    throw new CannotStart("There is no administrator yet.", "Set sharing.admin.user.");
                }))
                .isInstanceOf(CannotStart.class);
    }

    private void preparing(StartFindings findings, Consumer<String> work) {
        EnginePreparation groups = new EnginePreparation() {
            @Override
            public String what() {
                return "three groups";
            }

            @Override
            public void prepare(Parts parts) {
                parts.each(List.of("first", "second", "third"), group -> "the group " + group, work);
            }
        };
        new EnginePreparations(
                        List.of(groups),
                        (ProcessEngineConfigurationImpl)
                                node.getBean(ProcessEngine.class).getProcessEngineConfiguration(),
                        findings,
                        node.getBean(PlatformTransactionManager.class))
                .start();
    }

    private List<String> faults(String kind) {
        return jdbc.sql("select place, cause from fault where open_about is not null and kind = ?")
                .param(kind)
                .query((row, number) -> row.getString(1) + ": " + row.getString(2))
                .list();
    }
}
