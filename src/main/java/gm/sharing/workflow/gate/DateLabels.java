package gm.sharing.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A date is asked under its “Date label”: the task list shows no other, and Camunda Modeler has no other to write. So that is its
 * label for everybody who reads the form.
 */
public final class DateLabels {

    static final String LABEL = "dateLabel";

    private DateLabels() {}

    /** The form itself, in which the label of each date is the one that people see, where there is one. */
    public static JsonNode inPlace(JsonNode form) {
        for (JsonNode field : form.path("components")) {
            if (isDate(field)
                    && field instanceof ObjectNode date
                    && !date.path(LABEL).asText().isBlank()) {
                date.set("label", date.path(LABEL));
            }
            inPlace(field);
        }
        return form;
    }

    static boolean isDate(JsonNode field) {
        return "datetime".equals(field.path("type").asText());
    }
}
