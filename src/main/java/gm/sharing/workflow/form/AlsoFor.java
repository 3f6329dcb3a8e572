package gm.sharing.workflow.form;

import gm.sharing.Refused;
import gm.sharing.organisation.Directory;
import gm.sharing.organisation.OrganisationCode;
import gm.sharing.wording.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * For which other organisations somebody answers a form at the same time. Each of their tasks goes the way of its own form, with
 * its checks, rights and record. All are done in the transaction of the task at hand, or none of them.
 */
@Component
class AlsoFor {

    /** The key of the field in which people choose the organisations, by code. */
    static final String KEY = "alsoFor";

    private static final Words WORDS = Words.in("sign-off/together");

    private final ObjectProvider<FormService> forms;
    private final ObjectProvider<Directory> directory;

    /** Both are looked up late, because the engine is built with this. */
    AlsoFor(ObjectProvider<FormService> forms, ObjectProvider<Directory> directory) {
        this.forms = forms;
        this.directory = directory;
    }

    /**
     * Takes the organisations out of the answers.
     *
     * @throws Refused when they are no list of codes
     */
    static List<String> takenFrom(Map<String, Object> answers) {
        Object given = answers.remove(KEY);
        if (given == null || "".equals(given)) {
            return List.of();
        }
        if (given instanceof SpinJsonNode node && node.isArray()) {
            return codes(node.elements().stream().map(one -> one.isString() ? one.stringValue() : ""));
        }
        if (given instanceof Collection<?> list) {
            return codes(list.stream().map(String::valueOf));
        }
        throw new Refused(WORDS.text("no-list"));
    }

    private static List<String> codes(Stream<String> given) {
        List<String> codes = given.distinct().toList();
        if (!codes.stream().allMatch(OrganisationCode::isOne)) {
            throw new Refused(WORDS.text("no-list"));
        }
        return codes;
    }

    /**
     * Hands the same answers in for the other organisations.
     *
     * @param alike by code, the tasks that may be answered so
     * @throws Refused saying for which of them it cannot be, and why; then it is done for nobody
     */
    void handIn(List<String> organisations, Map<String, String> alike, Map<String, Object> answers) {
        Map<String, List<String>> refused = new LinkedHashMap<>();
        for (String code : organisations) {
            String why = handIn(alike.get(code), answers);
            if (why != null) {
                refused.computeIfAbsent(why, any -> new ArrayList<>()).add(code);
            }
        }
        if (!refused.isEmpty()) {
            throw new Refused(WORDS.text("nobody") + " "
                    + refused.entrySet().stream()
                            .map(one ->
                                    WORDS.text("why", Map.of("parties", names(one.getValue()), "why", one.getKey())))
                            .collect(Collectors.joining(" ")));
        }
    }

    /** Why not; null when it was done. What is no refusal goes on: a conflict is repeated, and a fault tells nobody its inside. */
    private @Nullable String handIn(@Nullable String task, Map<String, Object> answers) {
        if (task == null) {
            return WORDS.text("not-open");
        }
        try {
            forms.getObject().submitTaskForm(task, new HashMap<>(answers));
            return null;
        } catch (Refused | FormFieldValidationException | BadUserRequestException refused) {
            return String.valueOf(refused.getMessage());
        } catch (AuthorizationException notTheirs) {
            return WORDS.text("not-open");
        }
    }

    private String names(List<String> codes) {
        Map<OrganisationCode, String> names = directory
                .getObject()
                .namesOf(codes.stream().map(OrganisationCode::new).toList());
        return codes.stream()
                .map(code -> names.getOrDefault(new OrganisationCode(code), code))
                .collect(Collectors.joining(", "));
    }
}
