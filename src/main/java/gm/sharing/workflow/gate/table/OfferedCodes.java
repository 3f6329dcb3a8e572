package gm.sharing.workflow.gate.table;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.code.CodeTable;
import gm.sharing.workflow.gate.CodedFields;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.ModelRule;
import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** A form offers codes of the table that the rules read, and nothing beside them. */
@Component
class OfferedCodes implements ModelRule {

    private final CodedFields fields;

    OfferedCodes(CodedFields fields) {
        this.fields = fields;
    }

    @Override
    public List<Violation> violations(ModelFile file, Surroundings surroundings) {
        if (file.kind() != ModelFile.Kind.FORM) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        Map<String, String> tables = fields.of(file.keys().get(0));
        if (!tables.isEmpty()) {
            check(file.form(), tables, surroundings, violations);
        }
        return violations;
    }

    private static void check(
            JsonNode parent, Map<String, String> tables, Surroundings surroundings, List<Violation> violations) {
        for (JsonNode field : parent.path("components")) {
            String table = tables.get(field.path("key").asText());
            if (table != null && field.has("values")) {
                surroundings
                        .find(ModelFile.Kind.DMN, table)
                        .flatMap(CodeRows::of)
                        .ifPresent(codes -> offered(field, codes, violations));
            } else if (table != null
                    && !CodeRows.table(field.path("valuesKey").asText()).equals(table)) {
                violations.add(violation(
                        field,
                        "its answers are codes of the table “%s”; write %s as the key of its options"
                                .formatted(table, CodeRows.name(table))));
            }
            check(field, tables, surroundings, violations);
        }
    }

    private static void offered(JsonNode field, CodeTable table, List<Violation> violations) {
        Set<String> unknown = new TreeSet<>();
        field.path("values").forEach(option -> unknown.add(option.path("value").asText()));
        table.rows().forEach(row -> unknown.remove(row.code()));
        if (!unknown.isEmpty()) {
            violations.add(violation(
                    field,
                    "it offers %s, which the table “%s” does not list; write %s as the key of its options, and add rows to the table"
                            .formatted(
                                    FeelCell.quoted(String.join(", ", unknown)),
                                    table.id(),
                                    CodeRows.name(table.id()))));
        }
    }

    private static Violation violation(JsonNode field, String rule) {
        return new Violation(field.path("key").asText(), field.path("label").asText(), rule);
    }
}
