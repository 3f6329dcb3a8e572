package gm.sharing.workflow.step;

import java.util.Map;

/** A row that a decision table gave. */
public record Row(Map<String, ?> entries) {

    /** A text that the table has to give. */
    public String text(String output) {
        return needed(output).toString();
    }

    /** Whether the table says so. */
    public boolean truth(String output) {
        return (Boolean) needed(output);
    }

    /** A whole number that the table has to give. */
    public int whole(String output) {
        return ((Number) needed(output)).intValue();
    }

    private Object needed(String output) {
        Object entry = entries.get(output);
        if (entry == null) {
            throw new IllegalStateException("A row of the table has no " + output + " beside " + entries);
        }
        return entry;
    }
}
