package gm.sharing.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A way to take a journey from its proposal to its end; its people do the same work in every design. */
interface Design {

    /** What the program that measures waits between two looks. */
    Duration LOOK_AGAIN = Duration.ofMillis(10);

    /** What a client waits between two looks, which take from the machine what the design needs. */
    Duration LOOK_LATER = Duration.ofMillis(100);

    Duration PATIENCE = Duration.ofMinutes(3);

    /** Takes a new journey to where a review is open for every partner, and returns its reference. */
    String begin(int partners);

    /** What submits the open reviews, by partner. */
    Map<String, Runnable> reviews(String journey);

    /** What submits the open signatures, by partner. */
    Map<String, Runnable> signatures(String journey);

    /** Whether it has gone on from the partners' signatures to what follows. */
    boolean hasMovedOn(String journey);

    /** Whether nothing is left to do. */
    boolean hasEnded(String journey);

    /** A whole journey, one step after the other. */
    default void walk(int partners) {
        var journey = begin(partners);
        reviews(journey).values().forEach(Runnable::run);
        signatures(journey).values().forEach(Runnable::run);
        awaitPatiently(() -> hasEnded(journey));
    }

    /** Looks until it is so, often enough to measure when. */
    static void await(BooleanSupplier condition) {
        await(condition, LOOK_AGAIN);
    }

    /** Looks now and then until it is so. */
    static void awaitPatiently(BooleanSupplier condition) {
        await(condition, LOOK_LATER);
    }

    private static void await(BooleanSupplier condition, Duration pause) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Nothing happened for " + PATIENCE);
            }
            pause(pause);
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The steps in which the lead and the officer confirm that there is no need for an assessment. */
    List<String> LEADS_STEPS = List.of(
            "Task_DescribeNeeds",
            "Task_NamePartners",
            "Task_DescribeFlows",
            "Task_AgreeArrangements",
            "Task_AnswerScreening",
            "Task_ConfirmNoDpia",
            "Task_CheckDraft");
}
