package gm.sharing.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import gm.sharing.DemoApplication;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.Projects;
import gm.sharing.workflow.Inspections;
import gm.sharing.workflow.StoredModel;
import gm.sharing.workflow.fault.LookAtFaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Names that came into the database before there was a gate for models, and names of people, groups, lists and organisations
 * whoever wrote them: AngularJS would evaluate what stands in double braces. No page does; each shows it as it is.
 */
@DemoApplication
class StoredNamesPackagedTests {

    private static final String KEY = "stored-names";
    private static final String WRITTEN = "Odd {{7*7}} {{constructor.constructor('window.ran=1')()}}";
    private static final String SUM = "Odd {{7*7}}";

    private static final String MODEL = StoredModel.process(
                    KEY,
                    """
            <bpmn:parallelGateway id="Gateway_Both" name="%1$s"/>
            <bpmn:userTask id="Task_Odd" name="%1$s" camunda:candidateUsers="lead.manchester,admin"/>
            <bpmn:serviceTask id="Service_Odd" name="%1$s" camunda:asyncBefore="true"
                camunda:expression="${nothing.length()}"/>
            <bpmn:parallelGateway id="Gateway_Joined" name="%1$s"/>"""
                                    .formatted(WRITTEN)
                            + StoredModel.flow("Start", "Gateway_Both")
                            + StoredModel.flow("Gateway_Both", "Task_Odd")
                            + StoredModel.flow("Gateway_Both", "Service_Odd")
                            + StoredModel.flow("Task_Odd", "Gateway_Joined")
                            + StoredModel.flow("Service_Odd", "Gateway_Joined")
                            + StoredModel.flow("Gateway_Joined", "End"))
            .replaceFirst("name=\"" + KEY + "\"", "name=\"" + Matcher.quoteReplacement(WRITTEN) + "\"");

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Inspections inspections;

    @Autowired
    Projects projects;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    private final Set<String> complaints = new ConcurrentSkipListSet<>();
    private ProcessInstance instance;
    private String project;
    private String officersName;
    private String groupsName;
    private String organisationsName;

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void store() {
        project = projects.propose(ProjectFixture.proposal(WRITTEN), ProjectFixture.leadOf(ProjectFixture.BURY))
                .value();
        new StoredModel(jdbc).store(KEY, 1, null, MODEL);
        jdbc.sql("update act_re_procdef set name_ = ? where key_ = ?")
                .params(WRITTEN, KEY)
                .update();
        instance = engine.getRuntimeService().startProcessInstanceByKey(KEY, project);
        var job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        engine.getManagementService().setJobRetries(job, 1);
        try {
            engine.getManagementService().executeJob(job);
        } catch (ProcessEngineException failed) {
            assertThat(failed).hasMessageContaining("nothing");
        }
        var list = engine.getFilterService().newTaskFilter(SUM);
        list.setQuery(engine.getTaskService().createTaskQuery());
        engine.getFilterService().saveFilter(list);
        officersName = jdbc.sql("select first_ from act_id_user where id_ = 'ig.wigan'")
                .query(String.class)
                .single();
        groupsName = jdbc.sql("select name_ from act_id_group where id_ = 'ig-wigan'")
                .query(String.class)
                .single();
        organisationsName = jdbc.sql("select name from organisation where code = 'wigan'")
                .query(String.class)
                .single();
        name(WRITTEN, WRITTEN, WRITTEN);
    }

    @AfterEach
    void tidyUp() {
        name(officersName, groupsName, organisationsName);
        engine.getFilterService().createFilterQuery().filterName(SUM).list().stream()
                .map(one -> one.getId())
                .forEach(engine.getFilterService()::deleteFilter);
        engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .list()
                .forEach(one -> engine.getRepositoryService().deleteDeployment(one.getDeploymentId(), true));
    }

    /** What is wrong with what is stored is told on pages only, and told no more when it is gone. */
    private void look() {
        inspections.inspect();
        LookAtFaults.now(beans);
    }

    private void name(String officer, String group, String organisation) {
        jdbc.sql("update organisation set name = ? where code = 'wigan'")
                .param(organisation)
                .update();
        jdbc.sql("update act_id_user set first_ = ? where id_ = 'ig.wigan'")
                .param(officer)
                .update();
        jdbc.sql("update act_id_group set name_ = ? where id_ = 'ig-wigan'")
                .param(group)
                .update();
    }

    @Test
    void areShownAsTheyAreByCockpit() {
        var page = signIn("admin");
        var definition = instance.getProcessDefinitionId();

        showsThem(page, "/camunda/app/cockpit/default/#/processes");
        showsThem(page, "/camunda/app/cockpit/default/#/process-definition/" + definition + "/runtime");
        for (var tab : List.of("variables", "incidents", "user-tasks", "jobs")) {
            showsThem(
                    page,
                    "/camunda/app/cockpit/default/#/process-instance/" + instance.getId() + "/runtime?tab=" + tab
                            + "-tab");
        }
        runsNothing(page, "/camunda/app/cockpit/default/#/dashboard");
        runsNothing(page, "/camunda/app/cockpit/default/#/tasks");
        runsNothing(page, "/camunda/app/cockpit/default/#/repository");
    }

    @Test
    void areShownAsTheyAreByTasklist() {
        var page = signIn("admin");

        showsThem(page, "/camunda/app/tasklist/default/");
        page.locator("[cam-tasklist-filters]").getByText(SUM).first().click();
        settle(page);
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        showsThem(page, "/camunda/app/tasklist/default/#/?task=" + task.getId());
        page.getByText("Start process", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        settle(page);
        shownAndNotRun(page, "the processes to start");
    }

    @Test
    void areShownAsTheyAreByAdminAndWelcome() {
        var page = signIn("admin");

        showsThem(page, "/camunda/app/admin/default/#/users");
        showsThem(page, "/camunda/app/admin/default/#/users/ig.wigan?tab=profile");
        showsThem(page, "/camunda/app/admin/default/#/users/ig.wigan?tab=groups");
        runsNothing(page, "/camunda/app/admin/default/#/groups");
        showsThem(page, "/camunda/app/admin/default/#/groups/ig-wigan?tab=information");
        showsThem(signIn("ig.wigan"), "/camunda/app/welcome/default/#/welcome");
    }

    @Test
    void areShownAsTheyAreByPages() {
        look();
        try {
            var page = signIn("admin");

            showsThem(page, "/faults");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots/faults-with-odd-names.png"))
                    .setFullPage(true));
            runsNothing(page, "/security-record");
            showsThem(page, "/projects/" + project);
            showsThem(signIn("ig.wigan"), "/projects");
        } finally {
            tidyUp();
            look();
        }
    }

    private Page signIn(String person) {
        var page = chromium.newPerson();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type()) || message.text().contains("Content Security Policy")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        return Tasklist.signIn(page, "http://localhost:" + port, person).page();
    }

    private void showsThem(Page page, String address) {
        open(page, address);
        shownAndNotRun(page, address);
    }

    private void runsNothing(Page page, String address) {
        open(page, address);
        notRun(page, address);
    }

    private void open(Page page, String address) {
        page.navigate("about:blank");
        page.navigate("http://localhost:" + port + address);
        settle(page);
    }

    private void shownAndNotRun(Page page, String where) {
        await().atMost(Duration.ofMinutes(2)).pollInSameThread().untilAsserted(() -> assertThat(
                        (String) page.evaluate("document.body.textContent + Array.from("
                                + "document.querySelectorAll('input'), field => field.value).join(' ')"))
                .as(where)
                .contains(SUM));
        notRun(page, where);
    }

    private void notRun(Page page, String where) {
        assertThat(page.content() + page.title()).as(where).doesNotContain("Odd 49");
        assertThat(page.evaluate("window.ran === undefined")).as(where).isEqualTo(true);
        assertThat(complaints).as(where).isEmpty();
    }

    private static void settle(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }
}
