package gm.sharing.steps;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.DemoApplication;
import gm.sharing.Shipped;
import gm.sharing.workflow.form.FormHandler;
import gm.sharing.workflow.form.StartFormHandler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Who knows the name of a form knows the task that has it, and where the class is that handles it. */
@DemoApplication
class OneNameIntegrationTests {

    /** Handles the forms of a stage of which no rule reads an answer. */
    private static final String GENERIC = "SectionForm";

    @Autowired
    ObjectProvider<FormHandler<?>> tasks;

    @Autowired
    ObjectProvider<StartFormHandler<?>> starts;

    /** A form that nothing handles is one of the owners' own: its answers are kept by themselves. */
    @Test
    void everyHandlerHasTheNameOfItsFormAndStandsInThePackageOfItsStage() {
        Map<String, String> expected = Shipped.ending(".form").stream()
                .collect(Collectors.toMap(OneNameIntegrationTests::form, OneNameIntegrationTests::step));
        Map<String, String> handled = new TreeMap<>();
        tasks.forEach(handler -> handled.put(handler.form(), name(handler, expected.get(handler.form()))));
        starts.forEach(handler -> handled.put(handler.form(), name(handler, expected.get(handler.form()))));

        System.out.println(
                "Names: " + handled.size() + " of " + expected.size() + " forms have the name of their handler");
        assertThat(handled).isNotEmpty();
        assertThat(expected).containsAllEntriesOf(handled);
    }

    private static String form(Path file) {
        return file.getFileName().toString().replace(".form", "");
    }

    /** The class by its name and stage. */
    private static String step(Path file) {
        return file.getParent().getFileName().toString().replace("-", "") + "." + Shipped.step(form(file));
    }

    private static String name(Object handler, String expected) {
        Class<?> type = AopUtils.getTargetClass(handler);
        String stage = type.getPackageName().replaceFirst(".*\\.", "");
        return GENERIC.equals(type.getSimpleName()) && expected != null && expected.startsWith(stage + ".")
                ? expected
                : stage + "." + type.getSimpleName();
    }

    /** Where people of several kinds have one form, the task of most of them has its name alone; the others say whose they are. */
    @Test
    void everyTaskHasTheNameOfItsForm() {
        Shipped.ending(".bpmn").forEach(file -> {
            Map<String, List<String>> tasks =
                    Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(UserTask.class).stream()
                            .collect(Collectors.groupingBy(
                                    UserTask::getCamundaFormRef,
                                    Collectors.mapping(UserTask::getId, Collectors.toList())));

            assertThat(tasks).allSatisfy((form, ids) -> {
                String name = Shipped.task(form);
                assertThat(ids)
                        .as(file.getFileName() + ", form " + form)
                        .containsOnlyOnce(name)
                        .allMatch(id -> id.equals(name) || id.matches(name + "_[A-Z][A-Za-z]*"));
            });
        });
    }
}
