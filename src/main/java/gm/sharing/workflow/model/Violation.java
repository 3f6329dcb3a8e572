package gm.sharing.workflow.model;

import java.util.List;
import org.camunda.bpm.engine.Problem;

/** A rule for models that a file breaks, in the words of a process owner. */
record Violation(String element, int line, int column, String rule) implements Problem {

    @Override
    public String getMessage() {
        return element.isEmpty() ? rule : element + ": " + rule;
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
