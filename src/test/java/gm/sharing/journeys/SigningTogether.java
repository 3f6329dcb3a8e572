package gm.sharing.journeys;

import static org.awaitility.Awaitility.await;

import gm.sharing.Refused;
import gm.sharing.agreement.Agreements;
import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.Dpias;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.Person;
import gm.sharing.project.Flow;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.signoff.SignOffId;
import gm.sharing.signoff.SignOffState;
import gm.sharing.signoff.SignOffs;
import gm.sharing.signoff.TakeBack;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A version that people decide about at the same moment. */
abstract class SigningTogether {

    static final OrganisationCode MANCHESTER = DpiaFixture.MANCHESTER;
    static final OrganisationCode BOLTON = new OrganisationCode("bolton");
    static final String REVIEW = "Task_ReviewAgreement";
    static final String SIGN = "Task_SignAgreement";
    static final Person LEAD = ProjectFixture.leadOf(MANCHESTER);

    /** What somebody is told whose task or version was gone: plain words, and no name of a program's part. */
    static final String PLAIN = "(?s).*(was already completed|need not be done any more|is not open for sign-off"
            + "|has ended in the meantime|has already (decided|reviewed)|decided about this at the same moment).*";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Projects projects;

    @Autowired
    Dpias dpias;

    @Autowired
    Agreements agreements;

    @Autowired
    SignOffs signOffs;

    @Autowired
    TakeBack draft;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    RestDriver demo;

    @BeforeEach
    void people() {
        demo = new RestDriver(port, "demo");
    }

    ProjectReference sentOut(List<OrganisationCode> partners) {
        var others = partners.subList(1, partners.size());
        var project = projects.propose(ProjectFixture.proposal("All at once"), LEAD);
        projects.describeNeeds(project, ProjectFixture.needs(), LEAD);
        projects.namePartners(
                project, ProjectFixture.partners(MANCHESTER, others.toArray(OrganisationCode[]::new)), LEAD);
        projects.describeFlows(project, ProjectFixture.flows(flow(MANCHESTER, others)), LEAD);
        projects.agreeArrangements(project, ProjectFixture.arrangements(), LEAD);
        assess(project);
        agreements.draft(project);
        projects.drafted(project);
        engine.getRuntimeService()
                .createProcessInstanceByKey("sharing-project")
                .businessKey(project.value())
                .setVariables(Map.of("lead", LEAD.id(), "leadOrganisation", MANCHESTER.value(), "urgency", "normal"))
                .startBeforeActivity("Service_OpenRound")
                .execute();
        await().atMost(Duration.ofMinutes(2)).until(() -> openTasks(project).size() == partners.size());
        return project;
    }

    Flow flow(OrganisationCode from, List<OrganisationCode> to) {
        return ProjectFixture.flow(from, to.toArray(OrganisationCode[]::new));
    }

    void assess(ProjectReference project) {
        AssessedProjects.screen(dpias, project);
    }

    Job job(ProjectReference project, OrganisationCode partner, String timer) {
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(project.value())
                .variableValueEquals("partner", partner.value())
                .singleResult();
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .singleResult();
    }

    SignOffState state(ProjectReference project, OrganisationCode partner) {
        return signOffs.get(new SignOffId(project, 1, partner)).state();
    }

    List<String> openTasks(ProjectReference project) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(project.value()).list().stream()
                .map(task -> task.getTaskDefinitionKey())
                .toList();
    }

    Object submit(JourneyDriver journey, Task task, String person, Map<String, Object> answers) {
        return told(() -> journey.as(person, () -> {
            engine.getFormService().submitTaskForm(task.getId(), answers);
            return null;
        }));
    }

    /** What somebody is told; empty when it was done. */
    static Object told(Runnable work) {
        try {
            work.run();
            return "";
        } catch (Refused | FormFieldValidationException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @SuppressWarnings("unchecked")
    static List<HttpResponse<String>> answers(List<Object> outcomes) {
        return outcomes.stream()
                .filter(HttpResponse.class::isInstance)
                .map(outcome -> (HttpResponse<String>) outcome)
                .toList();
    }

    static List<Object> atOnce(List<Callable<Object>> work) throws Exception {
        return atOnce(work.size(), work);
    }

    /** As many begin together as there are threads; the others follow as soon as one has time. */
    static List<Object> atOnce(int threads, List<Callable<Object>> work) throws Exception {
        var barrier = new CyclicBarrier(threads);
        var pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Object>> futures = new ArrayList<>();
            for (int i = 0; i < work.size(); i++) {
                var one = work.get(i);
                boolean together = i < threads;
                futures.add(pool.submit(() -> {
                    if (together) {
                        barrier.await();
                    }
                    return one.call();
                }));
            }
            List<Object> outcomes = new ArrayList<>();
            for (var future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            pool.shutdown();
        }
    }
}
