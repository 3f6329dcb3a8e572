package gm.sharing.workflow.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/** Lists and groups of a form, which browsers send as a whole: what people write in their rows and fields arrives. */
record Containers(JsonNode container, BiConsumer<JsonNode, String> faults) {

    private static final String LIST = "dynamiclist";

    void check() {
        boolean list = LIST.equals(container.path("type").asText());
        if (!list && container.path("path").asText().isEmpty()) {
            return;
        }
        if (container.path("components").isEmpty()) {
            faults.accept(container, "there is nothing to answer in it; put a field into it, or take it out");
        }
        if (list) {
            if (!container.path("disableCollapse").asBoolean()) {
                faults.accept(container, "rows that are collapsed are not sent; tick “Disable collapse”");
            }
            searchable(container);
        }
    }

    private void searchable(JsonNode parent) {
        for (JsonNode field : parent.path("components")) {
            if (field.path("searchable").asBoolean()) {
                faults.accept(
                        field,
                        "when a row is removed, a searchable select of the next row goes on showing the answer of the"
                                + " removed one; switch “Searchable” off");
            }
            searchable(field);
        }
    }
}
