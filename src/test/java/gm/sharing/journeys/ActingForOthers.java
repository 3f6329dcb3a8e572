package gm.sharing.journeys;

import gm.sharing.directory.ImportedFiles;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.organisation.People;
import gm.sharing.project.ProjectReference;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** People who act for other organisations, in all the groups that are lent to them today. */
abstract class ActingForOthers extends SigningTogether {

    @Autowired
    BeanFactory beans;

    /** Imports organisations for which Bolton reviews, agrees and signs, by their consent. */
    void clubs(OrganisationCode... codes) {
        new ImportedFiles(beans)
                .organisations(
                        "code,name,sector,acted-for-by,consent-by,consent-post,consent-on,consent-review,consent-agree,"
                                + "consent-sign\n"
                                + Stream.of(codes)
                                        .map(club ->
                                                "%1$s,Name of %1$s,GP_PRACTICE,bolton,Ada Chair,chair,2026-01-12,yes,yes,yes"
                                                        .formatted(club))
                                        .collect(Collectors.joining("\n")));
    }

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
