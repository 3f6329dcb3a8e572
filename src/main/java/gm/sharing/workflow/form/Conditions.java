package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** On which answers it depends what else a form asks. */
public final class Conditions {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    private final List<Condition> all = new ArrayList<>();

    private Conditions() {}

    private record Condition(Set<String> reads, String label) {}

    /** Those of a form. */
    public static Conditions of(JsonNode form) {
        var conditions = new Conditions();
        conditions.within(form);
        return conditions;
    }

    private void within(JsonNode parent) {
        for (JsonNode field : parent.path("components")) {
            String condition = field.path("conditional").path("hide").asText();
            String label = HandbookForms.label(field);
            if (!condition.isEmpty() && !label.isEmpty()) {
                all.add(new Condition(names(condition), label));
            }
            within(field);
        }
    }

    private static Set<String> names(String condition) {
        return NAME.matcher(QUOTED.matcher(condition).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The labels of what is asked or shown depending on the answer to a question. */
    public List<String> following(String key) {
        return all.stream()
                .filter(condition -> condition.reads().contains(key))
                .map(Condition::label)
                .distinct()
                .toList();
    }
}
