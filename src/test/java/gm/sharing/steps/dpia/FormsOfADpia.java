package gm.sharing.steps.dpia;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;

import gm.sharing.dpia.AssessedProjects;
import gm.sharing.dpia.DpiaFixture;
import gm.sharing.dpia.Dpias;
import gm.sharing.dpia.Risk;
import gm.sharing.dpia.RiskFixture;
import gm.sharing.dpia.RiskList;
import gm.sharing.dpia.ScreeningOutcome;
import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.question.Answers;
import gm.sharing.question.ProseFixture;
import gm.sharing.question.Step;
import gm.sharing.workflow.form.Prefill;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A DPIA in the engine whose forms people answer. */
abstract class FormsOfADpia {

    static final Person LEAD = ProjectFixture.leadOf(BOLTON);
    static final String DPO = "dpo.bolton";
    static final String TEXT = "Families get help before a crisis.";
    static final String SIGNATORY = "signatory.bolton";

    @Autowired
    Projects projects;

    @Autowired
    Dpias dpias;

    @Autowired
    Answers answers;

    @Autowired
    Prefill prefill;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    ManagementService management;

    ProjectReference reference;

    @BeforeEach
    void startAnAssessment() {
        List.of(LEAD.id(), DPO, SIGNATORY).forEach(this::knowPerson);
        reference = projects.propose(ProjectFixture.proposal("Plans that move"), LEAD);
        projects.describeNeeds(reference, ProjectFixture.needs(), LEAD);
        projects.namePartners(reference, ProjectFixture.partners(BOLTON, BURY), LEAD);
        projects.describeFlows(reference, ProjectFixture.flows(ProjectFixture.flow(BOLTON, BURY)), LEAD);
        projects.agreeArrangements(reference, ProjectFixture.arrangements(), LEAD);
        answers.keep(reference, Step.START, ProseFixture.given("agree-arrangements", ProjectFixture.arranged()), LEAD);
        AssessedProjects.screen(dpias, reference);
        dpias.recordScreening(reference, ScreeningOutcome.REQUIRED, "The project matches data.");
        begin();
    }

    void knowPerson(String id) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            identity.saveUser(identity.newUser(id));
        }
        if (!LEAD.id().equals(id)) {
            hold(id, id.replace('.', '-'));
            hold(id, "org-bolton");
        }
    }

    void hold(String id, String group) {
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        if (identity.createGroupQuery().groupMember(id).groupId(group).count() == 0) {
            identity.createMembership(id, group);
        }
    }

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    void begin() {
        runtime.startProcessInstanceByKey(
                "dpia",
                reference.value(),
                Map.of("lead", LEAD.id(), "leadOrganisation", BOLTON.value(), "urgency", "normal"));
    }

    void write() {
        writeSections();
        complete("Task_DpiaRisks", risks(RiskFixture.risk()));
    }

    void writeSections() {
        complete("Task_DpiaNeed", ProseFixture.submitted("dpia-need", TEXT));
        complete("Task_DpiaNature", ProseFixture.submitted("dpia-nature", TEXT));
        complete("Task_DpiaScope", ProseFixture.submitted("dpia-scope", TEXT));
        complete("Task_DpiaContext", ProseFixture.submitted("dpia-context", TEXT));
        complete("Task_DpiaPurposes", ProseFixture.submitted("dpia-purposes", TEXT));
        complete("Task_DpiaConsult", consultation());
        complete("Task_DpiaNecessity", ProseFixture.submitted("dpia-necessity", TEXT));
    }

    Map<String, Object> consultation() {
        Map<String, Object> answers = new HashMap<>(prefill.with(DpiaFixture.consultation()));
        answers.putAll(ProseFixture.submitted("dpia-consult", TEXT));
        return answers;
    }

    Map<String, Object> risks(Risk... risks) {
        return prefill.with(new RiskList(List.of(risks)));
    }

    void complete(String task, Map<String, Object> answers) {
        completeAs(LEAD.id(), task, answers);
    }

    void completeAs(String person, String key, Map<String, Object> answers) {
        var id = task(key).getId();
        identity.setAuthentication(person, List.of());
        try {
            forms.submitTaskForm(id, new HashMap<>(answers));
        } finally {
            identity.clearAuthentication();
        }
        runJobs();
    }

    void runJobs() {
        List<Job> jobs =
                management.createJobQuery().messages().withRetriesLeft().list();
        jobs.forEach(job -> management.executeJob(job.getId()));
        if (!jobs.isEmpty()) {
            runJobs();
        }
    }

    Map<String, Object> shown(String key) {
        return forms.getTaskFormVariables(task(key).getId());
    }

    Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey(key)
                .singleResult();
    }
}
