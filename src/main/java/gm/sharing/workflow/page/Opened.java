package gm.sharing.workflow.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form that somebody has opened.
 *
 * @param address of its page, by which its draft is known too
 * @param name of the task or of the process that begins
 * @param help what the model says about it, as HTML
 * @param form as it is deployed
 * @param shown what it is given: texts, options, facts, answers of before
 * @param process of whose model it is
 * @param step of the model; null for the form that begins it
 * @param holder the account of whoever has the task; null when nobody has, and for a start
 * @param due null when it has no date
 * @param shared whether what the person types is for all of the office who may take the task
 */
record Opened(
        String address,
        String name,
        String help,
        JsonNode form,
        Map<String, JsonNode> shown,
        String process,
        @Nullable String step,
        @Nullable String holder,
        @Nullable Instant due,
        boolean shared) {

    /** Whether nobody has taken the task. */
    boolean isFree() {
        return step != null && holder == null;
    }

    /** What stands in it before anybody typed. */
    ObjectNode begun() {
        return TypedAnswers.begun(form, shown);
    }

    /** What stands in it with a draft of before: what people only read, and what the form asks since, is as it is now. */
    ObjectNode standing(ObjectNode draft) {
        ObjectNode now = begun();
        Set<String> read = TypedAnswers.readOnly(form);
        FormerAnswers.apart(this, draft).properties().stream()
                .filter(answer -> !read.contains(answer.getKey()))
                .forEach(answer -> now.set(
                        answer.getKey(),
                        ReadInRows.now(
                                FormerAnswers.field(form, answer.getKey()),
                                answer.getValue(),
                                shown.getOrDefault(answer.getKey(), MissingNode.getInstance()))));
        return now;
    }
}
