package gm.sharing.insight;

import gm.sharing.Dates;
import gm.sharing.agreement.NextReview;
import java.time.LocalDate;
import java.util.List;

/**
 * What somebody who looks after all projects may have to act on today.
 *
 * @param listed whether the list of late projects is the person's to see; it shows as many as are counted
 * @param published whether any agreement was published
 * @param reviews the agreements that are to be reviewed next
 */
record NeedsAttention(WorkInHand.Late late, boolean listed, boolean published, List<Review> reviews) {

    /**
     * An agreement to review.
     *
     * @param by in words
     */
    record Review(String reference, String title, String ledBy, String by, boolean overdue) {

        static Review of(NextReview next, LocalDate today) {
            return new Review(
                    next.reference().value(),
                    next.title(),
                    next.ledBy(),
                    Dates.day(next.on()),
                    next.on().isBefore(today));
        }
    }
}
