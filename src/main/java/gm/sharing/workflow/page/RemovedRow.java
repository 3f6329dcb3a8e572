package gm.sharing.workflow.page;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A row that somebody took out of a list, with what stood in it.
 *
 * @param list the name of the list's field; empty for none
 * @param place from 0
 */
record RemovedRow(String list, int place, JsonNode row) {

    /** There is nothing to be put back any more. */
    static final RemovedRow NONE = new RemovedRow("", 0, NullNode.getInstance());

    private static final Pattern NAME = Pattern.compile("([\\w.]+)\\.(\\d{1,4})");

    @JsonIgnore
    boolean isNone() {
        return list.isEmpty();
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The name of its field, such as {@code flows.1}. */
    String name() {
        return list + "." + place;
    }

    /** Takes a row out; empty when there is none of that name, such as {@code flows.1}. */
    static Optional<RemovedRow> from(ObjectNode answers, String name) {
        var named = NAME.matcher(name);
        if (!named.matches()) {
            return Optional.empty();
        }
        int place = Integer.parseInt(named.group(2));
        return rows(answers, named.group(1))
                .filter(rows -> place < rows.size())
                .map(rows -> new RemovedRow(named.group(1), place, rows.remove(place)));
    }

    /** Puts it back where it was, or at the end. */
    void putBack(ObjectNode answers) {
        rows(answers, list).ifPresent(rows -> rows.insert(Math.min(place, rows.size()), row));
    }

    /** The rows of a list, by the name of its field. */
    static Optional<ArrayNode> rows(ObjectNode answers, String list) {
        return answers.at("/" + list.replace('.', '/')) instanceof ArrayNode rows
                ? Optional.of(rows)
                : Optional.empty();
    }
}
