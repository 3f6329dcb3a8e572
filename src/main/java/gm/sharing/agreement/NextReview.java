package gm.sharing.agreement;

import gm.sharing.project.ProjectReference;
import java.time.LocalDate;

/**
 * A published agreement that its parties have to review.
 *
 * @param ledBy the name of the organisation that leads, as it was published
 * @param on the last day on which the review is in time
 */
public record NextReview(ProjectReference reference, String title, String ledBy, LocalDate on) {

    /** As the database gives it. */
    NextReview(String reference, String title, String ledBy, LocalDate on) {
        this(new ProjectReference(reference), title, ledBy, on);
    }
}
