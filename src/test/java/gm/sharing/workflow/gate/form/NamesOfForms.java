package gm.sharing.workflow.gate.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What forms name, as the gate reads them. */
public final class NamesOfForms {

    private NamesOfForms() {}

    /** The names that a form reads without having them itself. */
    public static Set<String> shownIn(JsonNode form) {
        return NamesInForm.shownIn(form);
    }

    /** Whether the form has a field, a list or a group of this name. */
    public static boolean has(JsonNode form, String name) {
        return new NamesInForm(form).has(name);
    }
}
