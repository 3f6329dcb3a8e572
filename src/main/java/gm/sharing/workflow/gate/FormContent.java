package gm.sharing.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.wording.Words;
import gm.sharing.workflow.gate.form.EverSeen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a form is one, and holds only what people's browsers can show and the server can check. */
final class FormContent {

    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");

    private static final int MOST_COMPONENTS = 500;
    private static final int OLDEST_SCHEMA = 16;
    private static final int NEWEST_SCHEMA = 19;

    private static final Set<String> OF_FORM = Set.of(
            "components",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "id",
            "schemaVersion",
            "type",
            "versionTag");

    private final ModelFile file;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int components;

    private FormContent(ModelFile file) {
        this.file = file;
    }

    static List<Violation> violations(ModelFile file) {
        return new FormContent(file).violations();
    }

    private List<Violation> violations() {
        JsonNode form;
        try {
            form = file.form();
        } catch (IllegalArgumentException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return List.of(new Violation(
                    "",
                    "",
                    "the file is not a form that can be read; save it with Camunda Modeler ("
                            + PlainText.shown(String.valueOf(cause.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""))
                            + ")"));
        }
        String id = form.path("id").asText();
        if (!form.isObject() || !form.path("id").isTextual() || !ID.matcher(id).matches()) {
            return List.of(new Violation(
                    "",
                    "",
                    "a form has an id of letters without accents, figures, hyphens, underscores and dots; write one"
                            + " into the field “ID” of Camunda Modeler"));
        }
        List<Violation> shape = FormShape.violations(form);
        if (!shape.isEmpty()) {
            return shape;
        }
        head(form, id);
        within(form, Map.of());
        if (violations.isEmpty()) {
            EverSeen.never(form)
                    .forEach(part -> add(
                            part,
                            "nobody ever sees this: its condition always holds, or what it waits for is hidden until this"
                                    + " is answered; change the condition"));
        }
        return violations;
    }

    private void head(JsonNode form, String id) {
        form.fieldNames().forEachRemaining(setting -> {
            if (!OF_FORM.contains(setting)) {
                add(id, "", "the setting “" + PlainText.shown(setting) + "” is not known here; take it out");
            }
        });
        if (!"default".equals(form.path("type").asText())) {
            add(id, "", "the type of a form is “default”; create it as a form with Camunda Modeler");
        }
        if (!"Camunda Platform".equals(form.path("executionPlatform").asText())
                || !form.path("executionPlatformVersion").asText().startsWith("7.")) {
            add(id, "", "the form is not made for Camunda Platform 7; choose version 7.24 in Camunda Modeler");
        }
        int schema = form.path("schemaVersion").asInt();
        if (!form.path("schemaVersion").isInt() || schema < OLDEST_SCHEMA || schema > NEWEST_SCHEMA) {
            add(
                    id,
                    "",
                    "the task list shows forms of the schema versions " + OLDEST_SCHEMA + " to " + NEWEST_SCHEMA
                            + "; save it with a Camunda Modeler that writes one of them");
        }
    }

    /** @param keys of the fields around, whose values go into the same answers */
    private void within(JsonNode parent, Map<String, String> keys) {
        Map<String, String> taken = new HashMap<>(keys);
        collect(parent, taken);
    }

    private void collect(JsonNode parent, Map<String, String> taken) {
        for (JsonNode component : parent.path("components")) {
            components++;
            if (components == MOST_COMPONENTS + 1) {
                add("", "", "the form has more than " + MOST_COMPONENTS + " fields; divide it into several tasks");
            }
            if (components > MOST_COMPONENTS) {
                return;
            }
            violations.addAll(FormField.violations(component));
            String id = component.path("id").asText();
            if (!id.isEmpty() && !ids.add(id)) {
                add(component, Words.in("form/gate").text("id-twice", Map.of("id", PlainText.shown(id))));
            }
            new Containers(component, this::add).check();
            boolean named = !component.path("path").asText().isEmpty();
            String key = component.path("key").asText(component.path("path").asText());
            if (!key.isEmpty() && taken.put(key, key) != null) {
                add(component, "two fields have the key “" + PlainText.shown(key) + "”; give one of them another key");
            }
            if (named) {
                within(component, Map.of());
            } else {
                collect(component, taken);
            }
        }
    }

    private void add(JsonNode component, String rule) {
        add(name(component), component.path("label").asText(), rule);
    }

    static String name(JsonNode component) {
        return component
                .path("key")
                .asText(component.path("path").asText(component.path("id").asText()));
    }

    private void add(String element, String name, String rule) {
        violations.add(new Violation(PlainText.shown(element), PlainText.shown(name), rule));
    }
}
