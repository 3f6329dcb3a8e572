package gm.sharing.journey;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import gm.sharing.agreement.AgreementScenario;
import gm.sharing.project.ProjectReference;
import gm.sharing.project.Projects;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Projects as people open them in a browser. */
abstract class PagesOfProjects {

    @Autowired
    MockMvc web;

    @Autowired
    AgreementScenario scenario;

    @Autowired
    Projects projects;

    @Autowired
    RepositoryService repository;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    ResultActions as(String person, String page) throws Exception {
        return web.perform(get(page).with(user(person)));
    }

    /** Proposes a project with the start form: its process waits for its lead to describe it. */
    ProjectReference started(String title) {
        identity.setAuthentication(AgreementScenario.LEAD.id(), List.copyOf(AgreementScenario.LEAD.groups()));
        try {
            var definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("sharing-project")
                    .latestVersion()
                    .singleResult();
            return new ProjectReference(forms.submitStartForm(
                            definition.getId(),
                            Map.of(
                                    "title", title,
                                    "urgency", "normal",
                                    "visionWho", "children at risk",
                                    "visionNeed", "move",
                                    "visionWhat", "plans",
                                    "visionBetween", "councils",
                                    "visionBenefit", "keep them safe",
                                    "visionMeasure", "days to the first visit"))
                    .getBusinessKey());
        } finally {
            identity.clearAuthentication();
        }
    }
}
