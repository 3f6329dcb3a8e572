package gm.sharing.consultation;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days by which the Commissioner's answers are due (UK GDPR, Article 36(2)). Only asked about a request that was sent;
 * what counts from its receipt only once it was received.
 *
 * @param periods null until the times of the request were set
 */
record TimesOfAnswers(
        Request request, @Nullable Periods periods, @Nullable Extension extension, List<InformationRequest> questions) {

    LocalDate acceptanceDue() {
        return request.submittedOn().plus(Period.parse(times().acceptance()));
    }

    LocalDate extensionDue() {
        return received().plus(Period.parse(times().extensionTold()));
    }

    /** Moves with an extension and by the days for which the time was suspended. */
    LocalDate adviceDue() {
        var due = received().plus(Period.parse(times().advice()));
        if (extension != null) {
            due = due.plus(Period.parse(times().extension()));
        }
        return due.plusDays(daysStopped());
    }

    LocalDate received() {
        var on = request.receivedOn();
        if (on == null) {
            throw new IllegalStateException("The request of " + request.submittedOn() + " was not received");
        }
        return on;
    }

    private Periods times() {
        if (periods == null) {
            throw new IllegalStateException("The request of " + request.submittedOn() + " has no periods");
        }
        return periods;
    }

    /** Days that two questions have in common count once. */
    private long daysStopped() {
        long days = 0;
        var counted = LocalDate.MIN;
        var stops = questions.stream()
                .filter(InformationRequest::clockStops)
                .sorted(Comparator.comparing(InformationRequest::askedOn))
                .toList();
        for (var stop : stops) {
            var end = stop.receivedOn();
            if (end != null && end.isAfter(counted)) {
                var start = stop.askedOn().isAfter(counted) ? stop.askedOn() : counted;
                days += ChronoUnit.DAYS.between(start, end);
                counted = end;
            }
        }
        return days;
    }
}
