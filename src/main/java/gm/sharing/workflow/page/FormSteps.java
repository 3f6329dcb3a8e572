package gm.sharing.workflow.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The steps in which a long form is shown: one for each of its groups and lists that ask something, and one for the questions
 * that stand between two of them. What is only read stands in the step that follows it.
 *
 * @param intro what stands before the first step
 */
record FormSteps(JsonNode intro, List<Step> all) {

    /** Of groups that everybody is asked, so many are shown on one page. */
    private static final int FEW_GROUPS = 2;

    /**
     * One of them.
     *
     * @param number from 1, also of those that are not seen now
     * @param title the component after which it is called
     * @param form what it holds, as a form
     */
    record Step(int number, JsonNode title, JsonNode form) {

        /** The names of the answers that it asks. */
        Set<String> names() {
            return FormSteps.names(form).collect(Collectors.toSet());
        }
    }

    /** Empty for a form that is short enough for one page, or without groups to be taken one by one. */
    static Optional<FormSteps> of(JsonNode form) {
        long groups = components(form)
                .filter(FormSteps::isStep)
                .filter(field -> alwaysAsked(field) > 0)
                .count();
        return groups > FEW_GROUPS && alwaysAsked(form) > FormPage.FEW ? Optional.of(cut(form)) : Optional.empty();
    }

    private static FormSteps cut(JsonNode form) {
        List<JsonNode> intro = new ArrayList<>();
        List<JsonNode> here = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        components(form).forEach(field -> {
            boolean between = here.stream().anyMatch(FormSteps::asks);
            if (between && isStep(field)) {
                steps.add(step(steps.size() + 1, here));
                here.clear();
            }
            if (steps.isEmpty() && !asks(field) && here.isEmpty()) {
                intro.add(field);
            } else {
                here.add(field);
            }
            if (isStep(field)) {
                steps.add(step(steps.size() + 1, here));
                here.clear();
            }
        });
        if (here.stream().anyMatch(FormSteps::asks) || steps.isEmpty()) {
            steps.add(step(steps.size() + 1, here));
        } else if (!here.isEmpty()) {
            Step last = steps.remove(steps.size() - 1);
            List<JsonNode> with = new ArrayList<>(components(last.form()).toList());
            with.addAll(here);
            steps.add(new Step(last.number(), last.title(), form(with)));
        }
        return new FormSteps(form(intro), List.copyOf(steps));
    }

    private static Step step(int number, List<JsonNode> components) {
        JsonNode title = components.stream().filter(FormSteps::asks).findFirst().orElseThrow();
        return new Step(number, title, form(components));
    }

    private static boolean isStep(JsonNode field) {
        return field.path("components").isArray()
                && !field.path("label").asText().isBlank()
                && asks(field);
    }

    private static boolean asks(JsonNode field) {
        return isAnswered(field) || components(field).anyMatch(FormSteps::asks);
    }

    private static boolean isAnswered(JsonNode field) {
        return field.has("key") && !field.path("readonly").asBoolean();
    }

    /** How many questions everybody is asked, each of a list once. */
    private static long alwaysAsked(JsonNode field) {
        return field.path("conditional").has("hide")
                ? 0
                : (isAnswered(field) ? 1 : 0)
                        + components(field).mapToLong(FormSteps::alwaysAsked).sum();
    }

    private static Stream<JsonNode> components(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false);
    }

    private static JsonNode form(Collection<JsonNode> components) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        form.putArray("components").addAll(components);
        return form;
    }

    private static Stream<String> names(JsonNode parent) {
        return components(parent).flatMap(field -> {
            String own = field.path("path").asText(field.path("key").asText());
            return own.isEmpty() ? names(field) : Stream.of(own);
        });
    }

    boolean has(int number) {
        return all.stream().anyMatch(step -> step.number() == number);
    }

    /** Those of these numbers, as a form. */
    JsonNode form(List<Integer> numbers) {
        return form(all.stream()
                .filter(step -> numbers.contains(step.number()))
                .flatMap(step -> components(step.form()))
                .toList());
    }

    /** The step that asks for an answer of that name. */
    Optional<Step> asking(String name) {
        return all.stream().filter(step -> step.names().contains(name)).findFirst();
    }
}
