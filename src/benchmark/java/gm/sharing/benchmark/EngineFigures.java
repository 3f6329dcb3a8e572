package gm.sharing.benchmark;

import gm.sharing.RoundTrips;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Both designs through the engine's API in one virtual machine, on two databases of one server. */
final class EngineFigures implements Section {

    private static final Logger log = LoggerFactory.getLogger(EngineFigures.class);

    private static final int FEW = 3;
    private static final int SOME = 10;
    private static final int MANY = 60;
    private static final int CLIENTS = 4;
    private static final int PEOPLE_AT_ONCE = 8;
    private static final int ROUNDS = 6;
    private static final double NANOS_IN_A_MILLISECOND = 1e6;

    private final Rounds throughput = Rounds.of("Journeys with 60 partners, 4 clients", "1/s", Goal.atLeast(1));
    private final Rounds growth =
            Rounds.of("p50 of a partner's completion, 60 partners against 10", "ms", Goal.atMost(1.1));
    private final Rounds naiveGrowth = Rounds.of("The same for the plain design", "ms");
    private final Rounds latency = Rounds.of("p50 of a partner's completion, 60 partners", "ms");
    private final Rounds last = Rounds.of(
            "Last completion until the journey has moved on, against the p50 of the others, 60 partners",
            "ms",
            Goal.atMost(5));
    private final Rounds published = Rounds.of("Last completion until the agreement is published, with its PDF", "ms");
    private final Rounds lastAnswered = Rounds.of("Last completion until its person has the answer", "ms");
    private final Rounds naiveLast = Rounds.of("Last completion of the plain design against its p50", "ms");
    private final Rounds errors =
            Rounds.of("Errors seen by callers, 60 partners, 8 threads", "callers", Goal.atMost(0));
    private final Rounds naiveErrors = Rounds.of("The same for the plain design, per stage of 60 callers", "callers");
    private final Rounds review = Rounds.of("Round trips of a review", "", Goal.atMost(45));
    private final Rounds signature = Rounds.of("Round trips of a signature", "", Goal.atMost(45));
    private final Rounds lastTrips =
            Rounds.of("Round trips of the last signature against the others", "", Goal.atMost(2));
    private final Rounds tripsGrowth =
            Rounds.of("Round trips of a signature, 60 partners against 3", "", Goal.atMost(1.1));
    private final Rounds naiveTrips = Rounds.of("Round trips of a completion in the plain design", "");

    private final Server server;

    EngineFigures(Server server) {
        this.server = server;
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public List<Rounds> measure() {
        try (var ours = Ours.start(server.create("ours"), MANY);
                var naive = Naive.start(server.create("naive"))) {
            ours.walk(FEW);
            naive.walk(FEW);
            countRoundTrips(ours, naive);
            journeysPerSecond(ours);
            journeysPerSecond(naive);
            for (int round = 1; round <= ROUNDS; round++) {
                log.info("Engine API, round {} of {}", round, ROUNDS);
                measureLatency(ours, naive);
                measureErrors(ours, naive);
                measureThroughput(ours, naive, round % 2 == 0);
            }
        }
        return List.of(
                throughput,
                latency,
                growth,
                naiveGrowth,
                last,
                published,
                lastAnswered,
                naiveLast,
                errors,
                naiveErrors,
                review,
                signature,
                tripsGrowth,
                lastTrips,
                naiveTrips);
    }

    private void countRoundTrips(Design ours, Design naive) {
        List<Double> ofFew = List.of();
        for (int partners : List.of(FEW, SOME, MANY)) {
            var counted = Counted.of(ours, partners);
            counted.reviews().forEach(review::add);
            var others = counted.signatures().subList(0, partners - 1);
            others.forEach(signature::add);
            if (partners == FEW) {
                ofFew = others;
            }
            if (partners == MANY) {
                tripsGrowth.add(Samples.of(others).median(), Samples.of(ofFew).median());
                lastTrips.add(
                        counted.signatures().get(partners - 1),
                        Samples.of(others).median());
            }
        }
        Counted.of(naive, MANY).signatures().forEach(naiveTrips::add);
    }

    /** Round trips until the person has the answer. */
    private record Counted(List<Double> reviews, List<Double> signatures) {

        static Counted of(Design design, int partners) {
            var journey = design.begin(partners);
            var reviews = count(design.reviews(journey).values());
            var signatures = count(design.signatures(journey).values());
            Design.await(() -> design.hasEnded(journey));
            return new Counted(reviews, signatures);
        }

        private static List<Double> count(Collection<Runnable> submits) {
            return submits.stream()
                    .map(submit -> (double) RoundTrips.of(submit).size())
                    .toList();
        }
    }

    private void measureLatency(Design ours, Design naive) {
        var few = Latency.of(ours, SOME);
        var plainFew = Latency.of(naive, SOME);
        var many = Latency.of(ours, MANY);
        var plainMany = Latency.of(naive, MANY);
        latency.add(many.median(), plainMany.median());
        growth.add(many.median(), few.median());
        naiveGrowth.add(plainMany.median(), plainFew.median());
        last.add(many.movedOn(), many.median());
        published.add(many.ended(), many.median());
        lastAnswered.add(many.answered(), many.median());
        naiveLast.add(plainMany.movedOn(), plainMany.median());
    }

    /** In milliseconds, for one person after the other. */
    private record Latency(double median, double answered, double movedOn, double ended) {

        static Latency of(Design design, int partners) {
            var journey = design.begin(partners);
            List<Double> times = new ArrayList<>();
            design.reviews(journey).values().forEach(submit -> times.add(time(submit)));
            Iterator<Runnable> signatures = design.signatures(journey).values().iterator();
            for (int signed = 1; signed < partners; signed++) {
                times.add(time(signatures.next()));
            }
            long start = System.nanoTime();
            double answered = time(signatures.next());
            Design.await(() -> design.hasMovedOn(journey));
            double movedOn = since(start);
            Design.await(() -> design.hasEnded(journey));
            return new Latency(Samples.of(times).median(), answered, movedOn, since(start));
        }

        private static double time(Runnable work) {
            long start = System.nanoTime();
            work.run();
            return since(start);
        }

        private static double since(long start) {
            return (System.nanoTime() - start) / NANOS_IN_A_MILLISECOND;
        }
    }

    private void measureErrors(Design ours, Design naive) {
        errors.add(errors(ours));
        naiveErrors.add(errors(naive));
    }

    /** What callers saw goes on: those who were turned away try again one after the other. */
    private static double errors(Design design) {
        var journey = design.begin(MANY);
        int errors = atOnce(design.reviews(journey).values());
        design.reviews(journey).values().forEach(Runnable::run);
        errors += atOnce(design.signatures(journey).values());
        design.signatures(journey).values().forEach(Runnable::run);
        Design.await(() -> design.hasEnded(journey));
        return errors;
    }

    private static int atOnce(Collection<Runnable> submits) {
        int errors = 0;
        for (var outcome : together(
                PEOPLE_AT_ONCE,
                submits.stream().map(submit -> Executors.callable(submit)).toList())) {
            try {
                outcome.get();
            } catch (ExecutionException e) {
                log.debug("A caller was turned away", e);
                errors++;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        return errors;
    }

    private void measureThroughput(Design ours, Design naive, boolean naiveFirst) {
        if (naiveFirst) {
            double plain = journeysPerSecond(naive);
            throughput.add(journeysPerSecond(ours), plain);
        } else {
            double own = journeysPerSecond(ours);
            throughput.add(own, journeysPerSecond(naive));
        }
    }

    /** Each client takes two journeys from their beginning to their end. */
    private static double journeysPerSecond(Design design) {
        int journeys = 2 * CLIENTS;
        long start = System.nanoTime();
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < journeys; i++) {
            work.add(Executors.callable(() -> design.walk(MANY)));
        }
        for (var journey : together(CLIENTS, work)) {
            try {
                journey.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return journeys / ((System.nanoTime() - start) / 1e9);
    }

    private static List<Future<Object>> together(int threads, List<Callable<Object>> work) {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            return pool.invokeAll(work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }
}
