package gm.sharing.steps.screening;

import java.util.List;
import java.util.Map;

/**
 * What the lead said about a project; what nobody said yet counts as not being so.
 *
 * @param personalData whether any information is about people who can be identified
 * @param genetic whether any is genetic
 * @param matching whether information about the same people is matched
 * @param vulnerable the groups of vulnerable people in words
 * @param algorithmicTool whether an algorithmic tool is used
 * @param inputs every fact by its name in the tables that judge the project, these among them
 */
public record SaidOfProject(
        boolean personalData,
        boolean genetic,
        boolean matching,
        List<String> vulnerable,
        boolean algorithmicTool,
        Map<String, Object> inputs) {

    public SaidOfProject {
        vulnerable = List.copyOf(vulnerable);
        inputs = Map.copyOf(inputs);
    }

    public String vulnerableInWords() {
        return String.join(", ", vulnerable);
    }

    public boolean isAboutVulnerablePeople() {
        return !vulnerable.isEmpty();
    }
}
