package gm.sharing.workflow.gate.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import gm.sharing.workflow.gate.ModelFile;
import gm.sharing.workflow.gate.Surroundings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;

/**
 * The search does what the engine does: in processes drawn at random, every move of the engine is a move of the search, and
 * every way that the search finds can be gone in the engine to the same tokens.
 */
class SoundnessAgainstTheEngineTests {

    private static final int MODELS = Integer.getInteger("soundness.models", 16);
    private static final long SEED = Long.getLong("soundness.seed", 1);

    /** Few models drawn at random have ways that end in waiting; these have. */
    private static final List<Long> STUCK = List.of(5L, 9L, 15L, 33L, 35L, 63L, 90L);

    @Test
    void everyMoveOfTheEngineIsAMoveOfTheSearchAndEveryFindingHappensInTheEngine() {
        Seen seen = new Seen();
        try (PlayedInTheEngine engine = new PlayedInTheEngine()) {
            Set<Long> seeds = new TreeSet<>(STUCK);
            LongStream.range(SEED, SEED + MODELS).forEach(seeds::add);
            for (long seed : seeds) {
                String lines = RandomDrawing.with(seed);
                engine.deploy(lines);
                Scope scope = scope(Drawing.of(lines));
                for (int walk = 0; walk < 3; walk++) {
                    walk(engine, game(scope, false), new Random(seed + walk), lines, seen);
                }
                replay(engine, Search.of(game(scope, false)), new Random(seed), lines, seen);
                engine.undeploy();
            }
        }
        System.out.println("soundness against the engine: " + seen);
        assertThat(seen.stuck).as("ways that end in waiting").isGreaterThanOrEqualTo(STUCK.size());
        assertThat(seen.doubled).as("ways to a step twice").isGreaterThan(MODELS / 4);
        assertThat(seen.ended).as("ways to an end").isGreaterThan(MODELS / 4);
    }

    /** What was compared. */
    private static final class Seen {

        private int moves;
        private int ways;
        private int stuck;
        private int doubled;
        private int ended;

        @Override
        public String toString() {
            return "%d moves of the engine, %d ways of the search (%d stuck, %d twice, %d ended)"
                    .formatted(moves, ways, stuck, doubled, ended);
        }
    }

    private static void walk(PlayedInTheEngine engine, Game game, Random random, String lines, Seen seen) {
        engine.startAtRandom(random);
        List<Game.Outcome> expected = game.begin();
        for (int move = 0; move < 12; move++) {
            Map<String, Integer> tokens = engine.tokens();
            Game.Outcome outcome = expected.stream()
                    .filter(each -> tokens(game.scope(), each.marking()).equals(tokens))
                    .findFirst()
                    .orElse(null);
            assertThat(outcome).as("%s in%n%s", tokens, lines).isNotNull();
            seen.moves++;
            List<String> acts = engine.possibleActs();
            if (acts.isEmpty() || tokens.values().stream().anyMatch(number -> number > 1)) {
                return;
            }
            String act = acts.get(random.nextInt(acts.size()));
            engine.act(act);
            expected = game.moves(outcome.marking(), null).stream()
                    .filter(each -> PlayedInTheEngine.acts(game.scope(), Trace.inOrder(each.trace()))
                            .equals(List.of(act)))
                    .toList();
        }
    }

    private static void replay(PlayedInTheEngine engine, Search search, Random random, String lines, Seen seen) {
        Scope scope = search.game().scope();
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, search.size()).boxed().toList());
        Collections.shuffle(numbers, random);
        BitSet endless = search.endless();
        Set<Integer> chosen = new HashSet<>(numbers.subList(0, Math.min(4, numbers.size())));
        numbers.stream().filter(endless::get).filter(search::isStuck).limit(3).forEach(chosen::add);
        numbers.stream().filter(search.doubled()::get).limit(2).forEach(chosen::add);
        numbers.stream().filter(number -> search.marking(number).isEmpty()).forEach(chosen::add);
        for (int number : chosen) {
            List<Trace> way = Trace.inOrder(search.trace(number));
            engine.replay(scope, way);
            seen.ways++;
            Map<String, Integer> expected = tokens(scope, search.marking(number));
            assertThat(engine.tokens())
                    .as("%s in%n%s", Story.path(scope, search.trace(number)), lines)
                    .isEqualTo(expected);
            assertThat(engine.hasEnded()).isEqualTo(expected.isEmpty());
            if (search.doubled().get(number)) {
                seen.doubled++;
            } else if (expected.isEmpty()) {
                seen.ended++;
            } else if (search.isStuck(number)) {
                assertThat(engine.possibleActs()).isEmpty();
                seen.stuck++;
            }
        }
    }

    @Test
    void shortcutsOfTheSearchFindTheSameFaults() {
        int faulty = 0;
        for (long seed = SEED; seed < SEED + 5L * MODELS; seed++) {
            String lines = RandomDrawing.with(seed);
            ModelFile file = Drawing.of(lines);
            Scope scope = scope(file);
            Search whole = Search.of(game(scope, false));
            Search shortened = Search.of(game(scope, true));
            assertThat(shortened.doubled().isEmpty())
                    .as(lines)
                    .isEqualTo(whole.doubled().isEmpty());
            if (whole.doubled().isEmpty()) {
                assertThat(shortened.endless().isEmpty())
                        .as(lines)
                        .isEqualTo(whole.endless().isEmpty());
                BitSet missed = (BitSet) whole.game().visited().clone();
                missed.andNot(shortened.game().visited());
                assertThat(missed.isEmpty()).as(lines).isTrue();
            }
            boolean sound = new Soundness()
                    .violations(Drawing.of(lines), Surroundings.NONE)
                    .isEmpty();
            if (sound) {
                assertThat(whole.endless().isEmpty()).as(lines).isTrue();
            } else {
                faulty++;
            }
        }
        System.out.println("soundness: " + faulty + " of " + 5 * MODELS + " random models have a fault");
        assertThat(faulty).isBetween(MODELS, 5 * MODELS - MODELS / 4);
    }

    private static Scope scope(ModelFile file) {
        return ScopeReader.read(
                file.bpmn().getModelElementsByType(Process.class).iterator().next());
    }

    /** With every event at an edge as part of the game. */
    private static Game game(Scope scope, boolean shortened) {
        return new Game(
                scope,
                scope.starts().stream().map(start -> Flow.into(start.index())).toList(),
                scope.boundaries().stream()
                        .flatMap(List::stream)
                        .filter(boundary -> !boundary.interrupting())
                        .collect(Collectors.toSet()),
                shortened,
                new Effort());
    }

    private static Map<String, Integer> tokens(Scope scope, Marking marking) {
        Map<String, Integer> tokens = new TreeMap<>();
        scope.steps().stream()
                .filter(step -> marking.at(step.index()) > 0)
                .forEach(step -> tokens.put(step.id(), marking.at(step.index())));
        return tokens;
    }
}
