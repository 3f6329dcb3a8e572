package gm.sharing.journeys;

import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.project.ProjectReference;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** People who act for other organisations, in all the groups that are lent to them today. */
abstract class ActingForOthers extends SigningTogether {

    @Autowired
    BeanFactory beans;

    /** For whom else the form offers to decide, by code; all of them are ticked. */
    List<String> offered(Task task, String person) {
        var shown = shown(task, person).get("alsoFor").toString().replaceAll("[\\[\\]\" ]", "");
        return Stream.of(shown.split(",")).filter(code -> !code.isEmpty()).toList();
    }

    Map<String, Object> shown(Task task, String person) {
        return as(person, () -> engine.getFormService().getTaskFormVariables(task.getId()));
    }

    List<Task> mine(ProjectReference project, String step, String person) {
        return as(person, () -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(project.value())
                .taskDefinitionKey(step)
                .taskCandidateGroupIn(List.copyOf(
                        beans.getBean(People.class).find(person).orElseThrow().groups()))
                .list());
    }

    Object handIn(Task task, String person, Map<String, Object> answers) {
        return told(() -> as(person, () -> {
            engine.getFormService().submitTaskForm(task.getId(), answers);
            return null;
        }));
    }

    /** In all the groups in which the person is today, those that are lent among them. */
    <T> T as(String person, Supplier<T> work) {
        engine.getIdentityService()
                .setAuthentication(
                        person,
                        List.copyOf(beans.getBean(People.class)
                                .find(person)
                                .orElseThrow()
                                .groups()));
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    Task task(ProjectReference project, OrganisationCode partner, String step) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(project.value())
                .taskDefinitionKey(step)
                .processVariableValueEquals("partner", partner.value())
                .singleResult();
    }
}
