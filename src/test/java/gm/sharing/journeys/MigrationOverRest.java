package gm.sharing.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.Visitor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Moves running processes to another version of their model as administrators do, by the REST API. */
record MigrationOverRest(int port, ProcessEngine engine) {

    /**
     * All that runs on a version, each task to the one with its form.
     *
     * @param same other elements in which something may wait, which both versions have
     */
    void migrate(String from, String to, String... same) {
        var admin = Visitor.program(port, "admin");
        var plan = (ObjectNode) Visitor.parse(admin.send(
                "POST",
                "/engine-rest/migration/generate",
                Map.of("sourceProcessDefinitionId", from, "targetProcessDefinitionId", to)));
        add(plan.withArray("instructions"), mapped(from, to, same));
        var report = Visitor.parse(admin.send("POST", "/engine-rest/migration/validate", plan));
        assertThat(report.path("instructionReports")).as(report.toString()).isEmpty();
        var done = admin.send(
                "POST",
                "/engine-rest/migration/execute",
                Map.of("migrationPlan", plan, "processInstanceQuery", Map.of("processDefinitionId", from)));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
    }

    private Map<String, String> mapped(String from, String to, String... same) {
        Map<String, String> elements = new HashMap<>();
        var newTasks = tasksByForm(to);
        tasksByForm(from).forEach((form, task) -> Optional.ofNullable(newTasks.get(form))
                .ifPresent(other -> elements.put(task, other)));
        for (String element : same) {
            elements.put(element, element);
        }
        return elements;
    }

    private static void add(ArrayNode instructions, Map<String, String> elements) {
        instructions.forEach(instruction ->
                elements.remove(instruction.path("sourceActivityIds").path(0).textValue()));
        elements.forEach((source, target) -> {
            var instruction = instructions.addObject();
            instruction.putArray("sourceActivityIds").add(source);
            instruction.putArray("targetActivityIds").add(target);
            instruction.put("updateEventTrigger", false);
        });
    }

    private Map<String, String> tasksByForm(String definition) {
        Map<String, String> byForm = new HashMap<>();
        engine.getRepositoryService()
                .getBpmnModelInstance(definition)
                .getModelElementsByType(UserTask.class)
                .forEach(task -> byForm.put(task.getCamundaFormRef(), task.getId()));
        return byForm;
    }
}
