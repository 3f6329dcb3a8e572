package gm.sharing.fault;

import java.time.Instant;

/**
 * Something that is wrong, in words for those who mend it. It holds nobody's answers.
 *
 * @param about names it; it is open once, however often it is seen
 * @param reference the project's reference; empty when it stops no project
 * @param place where it is, with id and name of the element
 * @param cause in a sentence
 * @param nextStep what to do about it, in sentences
 * @param tell when those whom it concerns are told by notice
 */
public record Fault(
        String about,
        FaultKind kind,
        String reference,
        String place,
        String cause,
        String nextStep,
        Instant since,
        Tell tell) {

    /** When people are told of a fault by notice; the page shows it at once. */
    public enum Tell {
        AT_ONCE,
        /** When it has lasted, because it may be over by itself. */
        WHEN_IT_LASTS,
        NEVER
    }
}
