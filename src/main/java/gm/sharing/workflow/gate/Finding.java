package gm.sharing.workflow.gate;

import java.util.List;

/**
 * What is wrong with one file.
 *
 * @param file the name of the file
 * @param violations in the order of the file, never none
 */
public record Finding(String file, List<Violation> violations) {

    public Finding {
        violations = List.copyOf(violations);
    }
}
