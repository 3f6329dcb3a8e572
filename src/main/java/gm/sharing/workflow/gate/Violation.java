package gm.sharing.workflow.gate;

import java.util.List;
import org.camunda.bpm.engine.Problem;

/**
 * A rule that a file breaks, in the words of a process owner.
 *
 * @param element the id of the element, row or field; empty when the file as a whole is meant
 * @param name the element's name as people see it; empty when it has none
 * @param rule what is wrong, then what to do, without a full stop at the end
 */
public record Violation(String element, String name, int line, int column, String rule) implements Problem {

    /** Of an element whose place in the file is not known. */
    public Violation(String element, String name, String rule) {
        this(element, name, 0, 0, rule);
    }

    @Override
    public String getMessage() {
        if (element.isEmpty()) {
            return rule;
        }
        return name.isBlank() ? element + ": " + rule : element + " (“" + name.strip() + "”): " + rule;
    }

    @Override
    public int getLine() {
        return line;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public String getMainElementId() {
        return element;
    }

    @Override
    public List<String> getElementIds() {
        return element.isEmpty() ? List.of() : List.of(element);
    }
}
