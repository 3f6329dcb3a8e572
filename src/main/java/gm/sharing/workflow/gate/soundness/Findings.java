package gm.sharing.workflow.gate.soundness;

import gm.sharing.workflow.gate.Violation;
import gm.sharing.workflow.gate.soundness.Step.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a search has found, each fault once, where it shows first. */
final class Findings {

    private final Scope scope;
    private final List<Violation> violations = new ArrayList<>();
    private final BitSet blamed = new BitSet();

    Findings(Scope scope) {
        this.scope = scope;
    }

    List<Violation> violations() {
        return violations;
    }

    void add(Search search) {
        int known = violations.size();
        search.doubled().stream().forEach(number -> addDoubled(search, number));
        BitSet endless = search.endless();
        endless.stream()
                .filter(search::isStuck)
                .forEach(number -> addWaiting(search, number, everyWaiting(search, number)));
        if (violations.size() == known && !endless.isEmpty()) {
            addEndless(search, search.lastRoundFrom(endless.nextSetBit(0)));
        }
    }

    private void addDoubled(Search search, int first) {
        Step step = search.doubledStep(search.marking(first));
        if (step != null && blame(step)) {
            OptionalInt growing = search.doubled().stream()
                    .filter(number -> search.marking(number).at(step.index()) > 1 && search.grows(number))
                    .findFirst();
            if (growing.isPresent()) {
                add(
                        step,
                        "is started again and again while earlier rounds are still open: "
                                + Story.path(scope, search.trace(growing.getAsInt()))
                                + ". Lead the loop round before the paths part, or end the other path first");
            } else {
                add(
                        step,
                        "can be open twice at once, because paths that run side by side come to it one by one: "
                                + Story.path(scope, search.trace(first))
                                + ". Join these paths with a parallel gateway before it");
            }
        }
    }

    private List<Step> everyWaiting(Search search, int number) {
        return scope.steps().stream()
                .filter(step -> search.marking(number).at(step.index()) > 0)
                .toList();
    }

    private void addWaiting(Search search, int number, List<Step> waiting) {
        for (Step step : waiting) {
            if (blame(step)) {
                add(step, waits(step, search.trace(number)) + Story.path(scope, search.trace(number)) + mend(step));
            }
        }
    }

    private String waits(Step step, @Nullable Trace last) {
        List<Integer> come = Story.arrived(step, last).stream().map(Flow::from).toList();
        if (step.kind() != Kind.PARALLEL) {
            return step.kind() == Kind.INCLUSIVE
                    ? "waits for ever: when the path from " + Story.list(scope, come)
                            + " came, another could still come, and then it went elsewhere: "
                    : "waits for ever for events that are not there: ";
        }
        List<Integer> missing = new ArrayList<>(
                scope.in().get(step.index()).stream().map(Flow::from).toList());
        come.forEach(missing::remove);
        return "waits for ever: the path from " + Story.list(scope, come) + " has come, the path from "
                + Story.list(scope, missing) + " can no longer come: ";
    }

    private static String mend(Step step) {
        return switch (step.kind()) {
            case PARALLEL ->
                ". Join with an exclusive gateway what an exclusive gateway or an event has parted, or part it with"
                        + " a parallel gateway";
            case INCLUSIVE -> ". Let every path between the gateways come to this one";
            default -> ". Add the events";
        };
    }

    /** A gateway that waits while other steps go on for ever, or steps that go on for ever without a way out. */
    private void addEndless(Search search, BitSet round) {
        int number = round.nextSetBit(0);
        List<Step> waiting = scope.steps().stream()
                .filter(step -> !step.waits())
                .filter(step ->
                        round.stream().allMatch(each -> search.marking(each).at(step.index()) > 0))
                .toList();
        if (!waiting.isEmpty()) {
            addWaiting(search, number, waiting);
        } else if (!(scope.interruptible() && search.neverEnds())) {
            everyWaiting(search, number).stream()
                    .filter(this::blame)
                    .findFirst()
                    .ifPresent(step -> add(
                            step,
                            "can never come to an end: " + Story.path(scope, search.trace(number))
                                    + ", and then the same steps for ever. Add a way out of the loop"));
        }
    }

    /** Gateways that bring together what two rounds of the same side path have started: the engine counts, and mixes them. */
    void addMixed(Boundary startedBy, Game side) {
        String event = scope.step(startedBy.event()).quoted();
        scope.steps().stream()
                .filter(step -> step.kind() == Kind.PARALLEL || step.kind() == Kind.INCLUSIVE)
                .filter(step -> side.visited().get(step.index())
                        && scope.in().get(step.index()).size() > 1)
                .filter(this::blame)
                .findFirst()
                .ifPresent(step -> add(
                        step,
                        "joins paths that can run more than once at a time, and would mix their rounds: each time "
                                + event + " happens, they start. Put what follows " + event + " into a sub-process"));
    }

    /** Steps that nobody ever comes to. */
    void addDead(BitSet visited, BitSet connected) {
        BitSet dead = new BitSet();
        dead.set(0, scope.steps().size());
        dead.andNot(violations.isEmpty() ? visited : connected);
        scope.steps().stream()
                .filter(step -> dead.get(step.index()))
                .filter(step -> isFirst(step, dead))
                .forEach(this::addDead);
        scope.steps().stream()
                .filter(step -> dead.get(step.index()))
                .filter(step -> !blamed.get(step.index()))
                .forEach(this::addDead);
    }

    private boolean isFirst(Step step, BitSet dead) {
        return scope.in().get(step.index()).stream().noneMatch(flow -> dead.get(flow.from()))
                && scope.boundaries().stream()
                        .flatMap(List::stream)
                        .noneMatch(boundary -> boundary.event() == step.index() && dead.get(boundary.host()));
    }

    private void addDead(Step step) {
        if (blame(step)) {
            boolean thrown = scope.boundaries().stream()
                    .flatMap(List::stream)
                    .noneMatch(boundary -> boundary.event() == step.index() && !boundary.possible());
            if (!thrown) {
                addNeverThrown(step);
            } else if (scope.in().get(step.index()).isEmpty()) {
                add(step, "can never be reached: no path leads to it. Connect it, or delete it and what follows");
            } else {
                add(
                        step,
                        "can never be reached: no path from the start comes here. Connect it, or delete it and what follows");
            }
        }
    }

    void addNeverThrown(Step step) {
        add(
                step,
                "can never happen: nothing where it listens throws it. Throw the same code there, or delete it and what follows");
    }

    /** Whether a step is the first of its kind of trouble; what comes behind one that is blamed is not told. */
    private boolean blame(Step step) {
        if (blamed.get(step.index())) {
            return false;
        }
        blamed.or(scope.reachable(step.index(), Scope.Edges.POSSIBLE));
        return true;
    }

    private void add(Step step, String rule) {
        violations.add(new Violation(step.id(), step.name(), rule));
    }
}
