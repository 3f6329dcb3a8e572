package gm.sharing.steps.proposal;

import static gm.sharing.project.ProjectFixture.BOLTON;
import static gm.sharing.project.ProjectFixture.BURY;

import gm.sharing.organisation.Person;
import gm.sharing.project.ProjectEnds;
import gm.sharing.project.ProjectFixture;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import gm.sharing.workflow.form.Prefill;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A project whose forms its lead answers one after the other. */
abstract class FormsOfTheLead {

    static final Person LEAD = ProjectFixture.leadOf(BOLTON);

    @Autowired
    Projects projects;

    @Autowired
    ProjectEnds ends;

    @Autowired
    Prefill prefill;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    ProjectReference reference;

    @BeforeEach
    void propose() {
        if (identity.createUserQuery().userId(LEAD.id()).count() == 0) {
            identity.saveUser(identity.newUser(LEAD.id()));
        }
        for (String group : LEAD.groups()) {
            if (identity.createUserQuery()
                            .userId(LEAD.id())
                            .memberOfGroup(group)
                            .count()
                    == 0) {
                identity.createMembership(LEAD.id(), group);
            }
        }
        identity.setAuthentication(LEAD.id(), List.of());
        reference = new ProjectReference(
                start(prefill.with(ProjectFixture.proposal("Plans that move"))).getBusinessKey());
    }

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    void describe() {
        submit(prefill.with(ProjectFixture.needs()));
        submit(prefill.with(ProjectFixture.partners(BOLTON, BURY)));
        submit(prefill.with(ProjectFixture.flows(ProjectFixture.flow(BOLTON, BURY))));
        Map<String, Object> arranged = new HashMap<>(ProjectFixture.arranged());
        arranged.putAll(prefill.with(ProjectFixture.arrangements()));
        submit(arranged);
    }

    ProcessInstance start(Map<String, Object> answers) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("sharing-project")
                .latestVersion()
                .singleResult()
                .getId();
        return forms.submitStartForm(definition, answers);
    }

    void submit(Map<String, Object> answers) {
        forms.submitTaskForm(task().getId(), new HashMap<>(answers));
    }

    void moveTo(String activity) {
        String instance = task().getProcessInstanceId();
        String current = openTask();
        runtime.createProcessInstanceModification(instance)
                .cancelAllForActivity(current)
                .startBeforeActivity(activity)
                .execute();
    }

    Map<String, Object> shown() {
        return forms.getTaskFormVariables(task().getId());
    }

    String openTask() {
        return task().getTaskDefinitionKey();
    }

    Task task() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .singleResult();
    }
}
