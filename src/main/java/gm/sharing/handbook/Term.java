package gm.sharing.handbook;

import java.util.List;

/**
 * How much time something has, as far as the model and its tables say it.
 *
 * @param cases by circumstance, the first that fits counts; empty when the day is worked out otherwise
 */
public record Term(List<Case> cases) {

    /** Nobody but the process knows the day. */
    public static final Term WORKED_OUT = new Term(List.of());

    public Term {
        cases = List.copyOf(cases);
    }

    /** How the amount is counted. */
    public enum Count {
        /** Working days from when it begins. */
        WORKING_DAYS,
        /** Working days before it is due. */
        BEFORE_DUE,
        /** Working days after it was due. */
        AFTER_DUE,
        /** A span of time as ISO 8601 writes it. */
        SPAN,
        /** The moment at which it is due. */
        WHEN_DUE
    }

    /**
     * One possibility.
     *
     * @param amount a whole number or a span of time; empty for {@link Count#WHEN_DUE}
     * @param when the codes of the circumstances; empty when there are no others
     */
    public record Case(Count count, String amount, List<String> when) {

        public Case {
            when = List.copyOf(when);
        }
    }
}
