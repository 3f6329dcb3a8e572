package gm.sharing.workflow.gate.form;

import com.fasterxml.jackson.databind.JsonNode;
import gm.sharing.workflow.gate.KnownForm;
import gm.sharing.workflow.gate.KnownForms;
import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.ModelRule;
import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A question of a process owner's own has a key that means nothing else in its form, so that no answer is taken for another. */
@Component
@Order(3)
class KeysOfQuestions implements ModelRule {

    /** What every form is shown. */
    static final String PROJECT = "project";

    private final KnownForms forms;
    private final ShippedForms shipped;

    KeysOfQuestions(KnownForms forms, ShippedForms shipped) {
        this.forms = forms;
        this.shipped = shipped;
    }

    @Override
    public List<Violation> violations(ModelFile file, Surroundings surroundings) {
        if (file.kind() != ModelFile.Kind.FORM) {
            return List.of();
        }
        String id = file.keys().get(0);
        Set<String> read = forms.find(id).map(KnownForm::fields).orElse(List.of()).stream()
                .map(KnownForm.Field::key)
                .collect(Collectors.toSet());
        Set<String> shown =
                shipped.find(id).map(ModelFile::form).map(NamesInForm::shownIn).orElse(Set.of());
        List<Violation> violations = new ArrayList<>();
        check(file.form(), read, shown, violations);
        return violations;
    }

    private static void check(JsonNode parent, Set<String> read, Set<String> shown, List<Violation> violations) {
        for (JsonNode component : parent.path("components")) {
            String key = component.path("key").asText(component.path("path").asText());
            if (key.isEmpty()) {
                check(component, read, shown, violations);
            } else if (!read.contains(key)
                    && (shown.contains(key) || key.equals(PROJECT))
                    && !isChoiceOfProject(component)) {
                violations.add(new Violation(
                        key,
                        component.path("label").asText(),
                        "the form is shown something that is called “" + key
                                + "”, which people would find in the field; give the question another key"));
            }
        }
    }

    /** In a form that begins a process: there the project is an answer. */
    static boolean isChoiceOfProject(JsonNode component) {
        return PROJECT.equals(component.path("key").asText())
                && "projects".equals(component.path("valuesKey").asText());
    }
}
