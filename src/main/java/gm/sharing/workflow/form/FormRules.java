package gm.sharing.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gm.sharing.Refused.Complaint;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the rules say that a form itself has; whoever takes the answers in the end has more. */
public final class FormRules {

    /** As many rows as a list may have. */
    public static final int MOST_ROWS = 200;

    private FormRules() {}

    /**
     * Each rule that the answers break.
     *
     * @param answers to the questions that are seen
     * @param shown what the form is given beside its answers
     * @param today the day on which they are given
     */
    public static List<Complaint> broken(
            JsonNode form, ObjectNode answers, Map<String, JsonNode> shown, LocalDate today) {
        FormDefinition definition = new FormDefinition(form);
        Set<Labelled> complaints = new LinkedHashSet<>();
        ObjectNode data = (ObjectNode) FormBinding.clean(answers, definition, List.of(), complaints);
        List<Labelled> broken = definition.complaints(
                data,
                name -> shown.getOrDefault(name, MissingNode.getInstance()),
                today,
                path -> false,
                key -> false,
                key -> true);
        return Stream.concat(complaints.stream(), broken.stream())
                .map(Labelled::complaint)
                .distinct()
                .toList();
    }
}
