package gm.sharing.project;

import java.time.LocalDate;
import java.util.Optional;

/** The day by which an appropriate policy document is reviewed: the same rule for the lead's and for every partner's. */
public final class PolicyReview {

    private PolicyReview() {}

    /** What is wrong with the day, as a rule of its field; empty when it has not passed. */
    public static Optional<String> complaint(LocalDate reviewOn, LocalDate today) {
        return reviewOn.isBefore(today)
                ? Optional.of("it is in the past. Have the document reviewed, and give the next date.")
                : Optional.empty();
    }
}
