package gm.sharing.workflow.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks through JSON before the engine makes objects of it. What is shown to the engine is read to the end here, so deep or
 * endless structures come to an end here, too.
 */
final class JsonBody {

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS_OF_A_QUERY = 2_000;
    private static final int MOST_OR_QUERIES = 10;

    /** Types of variables, and where the engine looks for variables. */
    private static final Set<String> FRACTIONS = Set.of("double", "float", "number");

    private static final Set<String> VARIABLES =
            Set.of("variables", "modifications", "localVariables", "processVariables", "processVariablesLocal");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private JsonBody() {}

    /**
     * What is wrong with it, or empty.
     *
     * @param query whether it is a query: such holds no expression at any depth, because the engine would evaluate it, and
     *     not too many alternatives
     */
    static Optional<String> fault(byte[] body, boolean query) {
        try (JsonParser json = JSON.createParser(body)) {
            return query ? ofQuery(json) : ofData(json);
        } catch (IOException e) {
            return Optional.of("The request is not JSON, or is nested more than %d levels deep.".formatted(DEEPEST));
        }
    }

    private static Optional<String> ofData(JsonParser json) throws IOException {
        Deque<Map<String, String>> objects = new ArrayDeque<>();
        boolean kept = true;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            switch (token) {
                case START_OBJECT -> objects.push(new HashMap<>());
                case END_OBJECT -> {
                    Map<String, String> variable = objects.pop();
                    kept &= !FRACTIONS.contains(
                                    variable.getOrDefault("type", "").toLowerCase(Locale.ROOT))
                            || isKept(variable.getOrDefault("value", "0"));
                }
                case VALUE_NUMBER_FLOAT -> kept &= isKept(json.getText());
                case VALUE_STRING -> {
                    if (json.getParsingContext().inObject()) {
                        objects.element().put(json.currentName(), json.getText());
                    }
                }
                case VALUE_NULL -> {
                    var around = json.getParsingContext().getParent();
                    kept &= around == null
                            || !json.getParsingContext().inObject()
                            || !VARIABLES.contains(String.valueOf(around.getCurrentName()));
                }
                default -> {
                    // Read to the end.
                }
            }
        }
        return kept ? Optional.empty() : Optional.of("A variable has a value, and numbers have at most 300 digits.");
    }

    /** The engine would take it for a fault of its own. */
    private static boolean isKept(String number) {
        try {
            return Double.isFinite(Double.parseDouble(number));
        } catch (NumberFormatException e) {
            // Answered by the engine, in words.
            return true;
        }
    }

    private static Optional<String> ofQuery(JsonParser json) throws IOException {
        int parts = 0;
        int alternatives = 0;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (++parts > MOST_PARTS_OF_A_QUERY) {
                return Optional.of("A query has at most %d parts.".formatted(MOST_PARTS_OF_A_QUERY));
            }
            if (token == JsonToken.START_OBJECT
                    && json.getParsingContext().getParent() != null
                    && json.getParsingContext().getParent().inArray()
                    && isOrQueries(json)
                    && ++alternatives > MOST_OR_QUERIES) {
                return Optional.of("A query has at most %d orQueries.".formatted(MOST_OR_QUERIES));
            }
            if (token == JsonToken.FIELD_NAME && namesAnExpression(json.currentName())) {
                return Optional.of("A query holds no expressions: leave out \"%s\".".formatted(json.currentName()));
            }
            if ((token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING) && isAnExpression(json.getText())) {
                return Optional.of("A query holds no expressions.");
            }
        }
        return Optional.empty();
    }

    private static boolean isOrQueries(JsonParser json) {
        var array = json.getParsingContext().getParent();
        return array.getParent() != null && "orQueries".equals(array.getParent().getCurrentName());
    }

    /** As the engine calls what it evaluates; also for names of parameters. */
    static boolean namesAnExpression(String name) {
        return name.toLowerCase(Locale.ROOT).contains("expression");
    }

    static boolean isAnExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
