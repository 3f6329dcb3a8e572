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

    /**
     * The same moment, counted from the day on which something is due.
     *
     * @param due how much time that has; cases for which it does not say working days stay as they are
     */
    public Term since(Term due) {
        return new Term(same(cases.stream().map(one -> since(one, due)).toList()));
    }

    private static Case since(Case one, Term due) {
        return one.count() != Count.WORKING_DAYS
                ? one
                : due.cases().stream()
                        .filter(other -> other.count() == Count.WORKING_DAYS
                                && (other.when().isEmpty() || other.when().equals(one.when())))
                        .findFirst()
                        .map(other -> later(one, Integer.parseInt(one.amount()) - Integer.parseInt(other.amount())))
                        .orElse(one);
    }

    private static Case later(Case one, int days) {
        if (days == 0) {
            return new Case(Count.WHEN_DUE, "", one.when());
        }
        return new Case(days > 0 ? Count.AFTER_DUE : Count.BEFORE_DUE, String.valueOf(Math.abs(days)), one.when());
    }

    /** What is the same in all cases needs none of them. */
    private static List<Case> same(List<Case> cases) {
        return cases.size() > 1
                        && cases.stream()
                                        .map(one -> new Case(one.count(), one.amount(), List.of()))
                                        .distinct()
                                        .count()
                                == 1
                ? List.of(new Case(cases.get(0).count(), cases.get(0).amount(), List.of()))
                : cases;
    }

    /** Whether the moment is the day on which something is due, or a later one, in every case. */
    public boolean isLate() {
        return !cases.isEmpty()
                && cases.stream().allMatch(one -> one.count() == Count.WHEN_DUE || one.count() == Count.AFTER_DUE);
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
