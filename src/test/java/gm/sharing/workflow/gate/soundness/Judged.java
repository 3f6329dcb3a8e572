package gm.sharing.workflow.gate.soundness;

import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.util.List;

/** Drawings as the check of soundness judges them. */
final class Judged {

    private static final Soundness SOUNDNESS = new Soundness();

    private Judged() {}

    static List<String> check(String lines) {
        return SOUNDNESS.violations(Drawing.of(lines), Surroundings.NONE).stream()
                .map(Violation::getMessage)
                .toList();
    }

    /** Only the element and the path. */
    static List<String> paths(String lines) {
        return SOUNDNESS.violations(Drawing.of(lines), Surroundings.NONE).stream()
                .map(violation -> violation.element() + ": "
                        + violation
                                .rule()
                                .replaceAll("^.*?(: (?=in “|\\S+ →|Start|\\S+: )|: (?=no|noth))", "")
                                .replaceAll("\\. [A-Z].*", ""))
                .toList();
    }
}
