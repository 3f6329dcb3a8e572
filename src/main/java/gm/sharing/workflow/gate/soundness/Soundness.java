package gm.sharing.workflow.gate.soundness;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.ModelRule;
import gm.sharing.workflow.gate.Surroundings;
import gm.sharing.workflow.gate.Violation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;

/**
 * Every process can always end, does no step twice by mistake, has no step that is never reached and starts no path without
 * end: found by search over its tokens, told as the path that leads there. src/docs/soundness.md says what it leaves out.
 */
@Component
class Soundness implements ModelRule {

    @Override
    public List<Violation> violations(ModelFile file, Surroundings surroundings) {
        if (file.kind() != ModelFile.Kind.BPMN) {
            return List.of();
        }
        Effort effort = new Effort();
        return file.bpmn().getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .flatMap(process -> violations(process, effort).stream())
                .toList();
    }

    private static List<Violation> violations(Process process, Effort effort) {
        try {
            List<Violation> violations = new ArrayList<>();
            check(ScopeReader.read(process), effort, violations);
            return violations;
        } catch (NotCheckedException e) {
            return List.of(e.violation());
        }
    }

    private static void check(Scope scope, Effort effort, List<Violation> violations) {
        Findings findings = new Findings(scope);
        if (scope.neverStarted()) {
            scope.starts().forEach(findings::addNeverThrown);
        } else {
            play(scope, effort, findings);
        }
        violations.addAll(findings.violations());
        scope.inner().forEach(inner -> check(inner, effort, violations));
    }

    private static void play(Scope scope, Effort effort, Findings findings) {
        Paths paths = new Paths(scope, effort);
        BitSet visited = new BitSet();
        Set<Boundary> played = new HashSet<>();
        Deque<Paths.Path> open = new ArrayDeque<>(List.of(paths.main(true)));
        while (!open.isEmpty()) {
            Paths.Path path = open.remove();
            findings.add(Search.of(path.game()));
            if (path.startedBy() != null && paths.canOverlap(path.startedBy())) {
                findings.addMixed(path.startedBy(), path.game());
            }
            visited.or(path.game().visited());
            open.addAll(paths.beside(path.game(), played));
        }
        findings.addDead(visited, paths.connected());
    }
}
