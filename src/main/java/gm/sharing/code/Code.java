package gm.sharing.code;

import java.util.Map;

/**
 * A row of a table of codes. Rules read the code and what the row says of it, people read the label.
 *
 * @param code never changes, because the record keeps it
 * @param properties the row's further cells by column: texts, numbers, true or false; empty cells are left out
 */
public record Code(String code, String label, Map<String, Object> properties) {

    public Code {
        properties = Map.copyOf(properties);
    }

    /** Whether the row says so; false when it says nothing. */
    public boolean is(String property) {
        return Boolean.TRUE.equals(properties.get(property));
    }

    /** What the row says; empty when it says nothing. */
    public String text(String property) {
        return properties.get(property) instanceof String text ? text : "";
    }
}
