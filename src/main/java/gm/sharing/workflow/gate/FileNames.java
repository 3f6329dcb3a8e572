package gm.sharing.workflow.gate;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a file may be called. Its ending decides what the engine makes of it, so the name is plain and has one ending, and
 * nothing else than models, tables and forms is deployed.
 */
final class FileNames {

    /** A dot stands before the ending, and otherwise between figures only. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9 _()-]|(?<=[0-9])\\.(?=[0-9])){0,98}(?<! )\\.(?:bpmn|dmn|form)");

    private static final int LARGEST = 1_000_000;

    private FileNames() {}

    static List<Violation> violations(ModelFile file) {
        if (!PLAIN.matcher(file.name()).matches()) {
            return List.of(new Violation(
                    "",
                    "",
                    "only models, tables and forms are deployed, under names of letters, figures, spaces, hyphens,"
                            + " underscores and brackets with one ending: .bpmn, .dmn or .form;"
                            + " rename the file, or leave it out"));
        }
        if (file.size() > LARGEST) {
            return List.of(new Violation(
                    "",
                    "",
                    "the file is larger than " + LARGEST / 1000
                            + " kB; divide it, or take out pictures and long texts"));
        }
        return List.of();
    }
}
